package org.kexin.analysis.cohort;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.retention.EconomicsResult;
import org.kexin.analysis.algorithm.retention.RetentionResult.Period;

/**
 * The economics of retention as an answer. Everything but the costs follows from the retention
 * rate, so it is absent as a whole where the rate would tell of fewer than k customers, kept or
 * lost.
 */
final class EconomicsFindings {

  /** Two pairs of periods: the rate of one alone could tell a cell of the table of cohorts. */
  private static final int PAIRS_OF_A_SUM = 2;

  private final EconomicsResult result;
  private final CohortPass.Counted counted;
  private final SmallGroups groups;

  EconomicsFindings(EconomicsResult result, CohortPass.Counted counted, SmallGroups groups) {
    this.result = result;
    this.counted = counted;
    this.groups = groups;
  }

  RetentionEconomicsView view() {
    boolean rate = showsRate();
    boolean customers = rate && groups.shows(valueOr(result.customers(), 0L));
    return new RetentionEconomicsView(
        counted.about(),
        rate ? outlook(result.now()) : null,
        rate ? outlook(result.raised()) : null,
        customers ? result.customers().value() : null,
        rate ? text(result.marginPerRetainedCustomer()) : null,
        rate ? text(result.gainPerCustomer()) : null,
        customers ? text(result.gain()) : null,
        groups.shows(newCustomers()) ? text(result.costPerNewCustomer()) : null,
        acquisitions(),
        steps(rate, customers),
        missing(rate && customers));
  }

  /** Over the pairs of periods in a row that are both complete, as the rate itself. */
  private boolean showsRate() {
    if (groups.individualsAllowed()) {
      return true;
    }
    List<Period> periods = counted.result().periods();
    int pairs = 0;
    long kept = 0;
    long lost = 0;
    for (int i = 1; i < periods.size(); i++) {
      if (periods.get(i - 1).complete() && periods.get(i).complete()) {
        pairs++;
        kept += periods.get(i).retained();
        lost += periods.get(i - 1).customers() - periods.get(i).retained();
      }
    }
    return groups.shows(kept)
        && groups.shows(lost)
        && (pairs >= PAIRS_OF_A_SUM || counted.shown().showsAll());
  }

  private long newCustomers() {
    return result.acquisitions().stream()
        .mapToLong(EconomicsResult.Acquisition::newCustomers)
        .sum();
  }

  private List<RetentionEconomicsView.Acquisition> acquisitions() {
    List<RetentionEconomicsView.Acquisition> shown = new ArrayList<>();
    for (EconomicsResult.Acquisition month : result.acquisitions()) {
      boolean size = counted.shown().showsSize(shown.size());
      shown.add(
          new RetentionEconomicsView.Acquisition(
              month.month().toString(),
              size ? month.newCustomers() : null,
              size ? text(month.costPerNewCustomer()) : null));
    }
    return shown;
  }

  private List<RetentionEconomicsView.Step> steps(boolean rate, boolean customers) {
    return result.parts().stream()
        .filter(
            part ->
                switch (part.code()) {
                  case "GAIN" -> customers;
                  case "ACQUISITION" -> groups.shows(newCustomers());
                  default -> rate;
                })
        .map(part -> new RetentionEconomicsView.Step(part.code(), part.sentence()))
        .toList();
  }

  private List<RetentionEconomicsView.Missing> missing(boolean all) {
    Set<RetentionEconomicsView.Missing> missing =
        new TreeSet<>(Comparator.comparing(RetentionEconomicsView.Missing::code));
    Stream.of(
            result.now().retentionRate(),
            result.marginPerRetainedCustomer(),
            result.customers(),
            result.costPerNewCustomer())
        .map(Measure::reason)
        .filter(Objects::nonNull)
        .forEach(reason -> missing.add(missing(reason)));
    if (!all || !counted.shown().showsAll()) {
      missing.add(new RetentionEconomicsView.Missing("SMALL_GROUP", groups.reason()));
    }
    return List.copyOf(missing);
  }

  private static RetentionEconomicsView.Missing missing(Reason reason) {
    return new RetentionEconomicsView.Missing(reason.code(), reason.detail());
  }

  private static RetentionEconomicsView.@Nullable Outlook outlook(EconomicsResult.Outlook outlook) {
    Double rate = outlook.retentionRate().value();
    Double periods = outlook.periods().value();
    return rate == null || periods == null
        ? null
        : new RetentionEconomicsView.Outlook(
            rate, periods, text(outlook.value()), text(outlook.lifetimeValue()));
  }

  private static @Nullable String text(Measure<BigDecimal> amount) {
    BigDecimal value = amount.value();
    return value == null ? null : value.toPlainString();
  }

  private static long valueOr(Measure<Long> measure, long missing) {
    Long value = measure.value();
    return value == null ? missing : value;
  }
}
