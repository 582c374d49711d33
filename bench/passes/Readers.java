package org.kexin.transaction;

import io.agroal.api.AgroalDataSource;

/** Readers as the service has them, for {@code Passes} beside this file. */
public final class Readers {

  private Readers() {}

  public static SalesReader sales(AgroalDataSource source) {
    return new SalesReader(source);
  }

  public static LinesReader lines(AgroalDataSource source) {
    return new LinesReader(source);
  }
}
