package org.kexin.analysis.algorithm.need;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Reason;

/**
 * What one customer needs.
 *
 * @param needs by state, the most pressing first, then by the day they are due, then by item
 * @param tooFewDays items that were bought on fewer days than it takes
 * @param givenBack items of which as much was given back as was bought, or more
 * @param none why there is no need; null when there is one
 * @param <I> an item
 */
public record Needs<I>(List<Need<I>> needs, int tooFewDays, int givenBack, @Nullable Reason none) {

  /** Nothing was bought and kept up to the reference day. */
  public static final Reason NO_PURCHASE =
      new Reason("NO_PURCHASE", "Nothing was bought and kept up to the reference day.");

  static final String NOT_ENOUGH_DAYS = "NOT_ENOUGH_DAYS";

  public Needs {
    needs = List.copyOf(needs);
  }

  static Reason notEnoughDays(NeedRule rule) {
    return new Reason(
        NOT_ENOUGH_DAYS,
        "Nothing was bought on %d different days or more.".formatted(rule.fewestDays()));
  }
}
