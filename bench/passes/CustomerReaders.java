package org.kexin.customer;

import io.agroal.api.AgroalDataSource;

/** Readers as the service has them, for {@code Passes} beside this file. */
public final class CustomerReaders {

  private CustomerReaders() {}

  public static CustomerFacts facts(AgroalDataSource source) {
    return new CustomerFacts(source);
  }
}
