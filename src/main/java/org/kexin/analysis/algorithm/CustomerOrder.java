package org.kexin.analysis.algorithm;

import java.util.Comparator;
import java.util.UUID;

/** Orders of customers that agree with the order a database returns them in. */
public final class CustomerOrder {

  private CustomerOrder() {}

  /**
   * UUIDs by their sixteen unsigned bytes, as MySQL orders {@code BINARY(16)} and as text in lower
   * case sorts. {@link UUID#compareTo} is no substitute: it compares two signed longs
   * (JDK-7025832).
   */
  public static Comparator<UUID> ofUuids() {
    return (a, b) -> {
      int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
      return high != 0
          ? high
          : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    };
  }
}
