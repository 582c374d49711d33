package org.kexin.analysis.need;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.SalesParameters;
import org.kexin.analysis.SalesQuery;
import org.kexin.shared.ProblemException;

/**
 * What is asked of the needs of all.
 *
 * @param referenceDate the day that is asked about; null for that of the facts that count
 * @param within days that are looked ahead
 * @param top rows at most
 */
record NeedQuestion(
    SalesQuery sales, @Nullable LocalDate referenceDate, int within, NeedBy by, int top) {

  private static final int WEEK = 7;
  private static final int MOST_WITHIN = 365;
  private static final int USUAL_TOP = 50;
  private static final int MOST_TOP = 500;

  /**
   * Reads the parameters.
   *
   * @throws ProblemException {@code parameter-invalid} if one is not what it must be
   */
  static NeedQuestion of(SalesParameters sales, NeedParameters asked) {
    return new NeedQuestion(
        SalesQuery.of(sales, asked.referenceDate(), null),
        asked.referenceDate(),
        number("within", asked.within(), 1, WEEK, MOST_WITHIN),
        SalesQuery.word(NeedBy.class, "by", asked.by(), NeedBy.CATEGORY),
        number("top", asked.top(), 0, USUAL_TOP, MOST_TOP));
  }

  private static int number(String name, @Nullable Integer given, int least, int unset, int most) {
    int number = given == null ? unset : given;
    if (number < least || number > most) {
      throw ProblemException.parameter(name, "%s is %d to %d.".formatted(name, least, most));
    }
    return number;
  }

  /**
   * Refuses what would let two answers be subtracted: one day more ahead, or one day later, has a
   * few customers more that are due, and a category may have a few more than its only product.
   *
   * @throws ProblemException {@code parameter-invalid} if a day or period is asked for, other days
   *     ahead than a week, or products; or returns are deducted
   */
  void demandUsual() {
    if (sales.from() != null || referenceDate != null) {
      throw ProblemException.parameter(
          sales.from() != null ? "from" : "referenceDate",
          "For this role all sales count, up to the day of asOf.");
    }
    if (within != WEEK) {
      throw ProblemException.parameter("within", "For this role within is 7.");
    }
    if (by != NeedBy.CATEGORY) {
      throw ProblemException.parameter("by", "For this role by is category.");
    }
    if (sales.returns() == SalesQuery.Returns.DEDUCTED) {
      throw ProblemException.parameter("returns", "For this role returns are left out.");
    }
  }

  /**
   * What an answer says among its parameters.
   *
   * @param reference the day that is asked about
   */
  Map<String, String> stated(LocalDate reference) {
    Map<String, String> stated = new TreeMap<>(OwnNeeds.parameters(by, reference));
    stated.put("within", String.valueOf(within));
    stated.put("top", String.valueOf(top));
    return stated;
  }
}
