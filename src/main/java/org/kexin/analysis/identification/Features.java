package org.kexin.analysis.identification;

import java.util.List;
import org.kexin.customer.Kind;
import org.kexin.customer.Source;

/** What the model looks at: facts known at a moment, as numbers. */
final class Features {

  /** In the order of {@link #values}. */
  static final List<String> NAMES =
      List.of(
          "enterprise",
          "source-referral",
          "source-campaign",
          "source-sales",
          "days-known",
          "incoming-contacts",
          "outgoing-contacts",
          "promotions-received",
          "promotions-answered");

  /** What is counted, in the order of the last features. */
  enum Counted {
    INCOMING(0),
    OUTGOING(1),
    PROMOTION_RECEIVED(2),
    PROMOTION_ANSWERED(3);

    private final int place;

    Counted(int place) {
      this.place = place;
    }

    /** From 0. */
    int place() {
      return place;
    }
  }

  private static final int FIRST_COUNT = NAMES.size() - Counted.values().length;
  private static final long ENTERPRISE = 1;
  private static final int SOURCE_SHIFT = 1;

  private Features() {}

  /** Kind and source in few bits. */
  static long traits(Kind kind, Source source) {
    return (kind == Kind.ENTERPRISE ? ENTERPRISE : 0) | ((long) group(source) << SOURCE_SHIFT);
  }

  /** 0 for those who came by themselves, with whom the others are compared. */
  private static int group(Source source) {
    return switch (source) {
      case REFERRAL -> 1;
      case MARKETING_ACTIVITY, FAIR, SURVEY -> 2;
      case NEGOTIATION, SALES_RECORD, AGENCY, PARTNER -> 3;
      case SERVICE_CONTACT, WEBSITE, CALL_CENTRE, COMPLAINT, WEB_SEARCH, SYNTHETIC -> 0;
    };
  }

  /**
   * @param days since the customer became known, zero or more
   * @param counts by {@link Counted}
   */
  static double[] values(long traits, long days, int[] counts) {
    double[] values = new double[NAMES.size()];
    values[0] = (double) (traits & ENTERPRISE);
    int group = (int) (traits >>> SOURCE_SHIFT);
    if (group > 0) {
      values[group] = 1;
    }
    // Logarithms: from none to one contact is more than from ten to eleven.
    values[FIRST_COUNT - 1] = Math.log1p((double) days);
    for (int i = 0; i < counts.length; i++) {
      values[FIRST_COUNT + i] = Math.log1p(counts[i]);
    }
    return values;
  }

  /** A value as a person reads it. */
  static long readable(String feature, double value) {
    return NAMES.indexOf(feature) < FIRST_COUNT - 1
        ? Math.round(value)
        : Math.round(Math.expm1(value));
  }
}
