package org.kexin.contract;

import java.util.ArrayList;
import java.util.List;
import org.kexin.testing.Buyers;

/** Just as many customers as must be alike for any of them to be shown under a pseudonym. */
final class PseudonymousBuyers {

  private static final String CURRENCY = "DJF";
  private static final List<String> IDS = new ArrayList<>();

  private PseudonymousBuyers() {}

  /** The currency in which only they bought, all alike. */
  static synchronized String currency() {
    if (IDS.isEmpty()) {
      IDS.addAll(Buyers.alike(10, 1, "100", "2024-03-01", CURRENCY));
    }
    return CURRENCY;
  }
}
