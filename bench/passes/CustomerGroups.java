package org.kexin.analysis.distribution;

import org.kexin.analysis.CustomerPass;

/** What distributions do with each customer, for {@code Passes} beside this file. */
public final class CustomerGroups {

  private CustomerGroups() {}

  public static CustomerPass.Visitor byAge(int year) {
    return new GroupTally(Attribute.AGE_BAND, year)::add;
  }
}
