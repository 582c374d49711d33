package org.kexin.analysis.algorithm.retention;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.analysis.algorithm.retention.EconomicsResult.Acquisition;
import org.kexin.analysis.algorithm.retention.EconomicsResult.Outlook;
import org.kexin.analysis.algorithm.retention.RetentionResult.Cohort;
import org.kexin.analysis.algorithm.retention.RetentionResult.Period;

/**
 * What acquisition costs and what more retention would earn, by the geometric lifetime of {@link
 * GeometricLifetime}: every customer stays with the same probability, every period, and who is
 * missing once is lost. Customers without a contract do come back after a pause, so the answer is
 * an estimate on the low side for the rate and no forecast of revenue.
 */
public final class RetentionEconomics {

  /** Name and version of the method. */
  public static final String METHOD = "geometric-lifetime-gupta-lehmann-2003/1";

  private static final int DECIMALS = 4;

  private RetentionEconomics() {}

  /** Computes the economics of periods and cohorts already counted. */
  public static EconomicsResult of(RetentionResult retention, EconomicsParameters parameters) {
    CompletePairs pairs = CompletePairs.of(retention.periods());
    Measure<BigDecimal> exactMargin = margin(pairs, parameters);
    Measure<Double> rate = pairs.rate();
    Measure<Double> raisedRate =
        rate.value() == null
            ? rate
            : Measure.of(Math.min(1, rate.value() + parameters.rise().doubleValue()));
    Outlook now = outlook(rate, exactMargin, parameters);
    Outlook raised = outlook(raisedRate, exactMargin, parameters);
    Measure<BigDecimal> exactGain = gain(exactMargin, now, raised);
    Measure<Long> customers = lastCustomers(retention.periods());
    List<Acquisition> acquisitions = acquisitions(retention.cohorts(), parameters);
    EconomicsResult result =
        new EconomicsResult(
            METHOD,
            parameters,
            acquisitions,
            costPerNewCustomer(acquisitions),
            customers,
            rounded(exactMargin),
            now,
            raised,
            rounded(exactGain),
            rounded(times(exactGain, customers)),
            List.of());
    return EconomicsSentences.addTo(result, pairs.pairs());
  }

  private static Measure<BigDecimal> margin(CompletePairs pairs, EconomicsParameters parameters) {
    return pairs.retained() == 0
        ? Measure.missing(EconomicsResult.NOBODY_RETAINED)
        : Measure.of(
            pairs
                .retainedRevenue()
                .multiply(parameters.margin())
                .divide(
                    BigDecimal.valueOf(pairs.retained()), 3 * DECIMALS, RoundingMode.HALF_EVEN));
  }

  private static Outlook outlook(
      Measure<Double> rate, Measure<BigDecimal> margin, EconomicsParameters parameters) {
    Double known = rate.value();
    if (known == null) {
      Reason reason = reason(rate);
      return new Outlook(
          rate, Measure.missing(reason), Measure.missing(reason), Measure.missing(reason));
    }
    double discount = parameters.discountRate().doubleValue();
    Measure<Double> periods =
        Measure.of(GeometricLifetime.periods(known, discount, parameters.horizon()));
    return new Outlook(
        rate,
        periods,
        rounded(product(margin, periods)),
        rounded(product(margin, GeometricLifetime.periods(known, discount))));
  }

  private static Measure<BigDecimal> gain(Measure<BigDecimal> margin, Outlook now, Outlook raised) {
    Double less = now.periods().value();
    Double more = raised.periods().value();
    return less == null || more == null
        ? Measure.missing(reason(now.periods()))
        : product(margin, Measure.of(more - less));
  }

  private static Measure<BigDecimal> times(Measure<BigDecimal> each, Measure<Long> customers) {
    BigDecimal value = each.value();
    Long count = customers.value();
    if (value == null) {
      return each;
    }
    return count == null
        ? Measure.missing(reason(customers))
        : Measure.of(value.multiply(BigDecimal.valueOf(count)));
  }

  private static Measure<Long> lastCustomers(List<Period> periods) {
    for (int i = periods.size() - 1; i >= 0; i--) {
      if (periods.get(i).complete()) {
        return Measure.of(periods.get(i).customers());
      }
    }
    return Measure.missing(EconomicsResult.NO_COMPLETE_PERIOD);
  }

  private static List<Acquisition> acquisitions(
      List<Cohort> cohorts, EconomicsParameters parameters) {
    List<Acquisition> acquisitions = new ArrayList<>();
    for (Cohort cohort : cohorts) {
      BigDecimal cost = parameters.acquisitionCosts().get(cohort.month());
      acquisitions.add(
          new Acquisition(
              cohort.month(),
              cohort.size(),
              cost == null ? Measure.missing(EconomicsResult.NO_KNOWN_COST) : Measure.of(cost),
              cost == null
                  ? Measure.missing(EconomicsResult.NO_KNOWN_COST)
                  : perNewCustomer(cost, cohort.size())));
    }
    return acquisitions;
  }

  private static Measure<BigDecimal> costPerNewCustomer(List<Acquisition> acquisitions) {
    BigDecimal costs = BigDecimal.ZERO;
    long newCustomers = 0;
    boolean known = false;
    for (Acquisition acquisition : acquisitions) {
      BigDecimal cost = acquisition.cost().value();
      if (cost != null) {
        known = true;
        costs = costs.add(cost);
        newCustomers += acquisition.newCustomers();
      }
    }
    return known
        ? perNewCustomer(costs, newCustomers)
        : Measure.missing(EconomicsResult.NO_KNOWN_COST);
  }

  private static Measure<BigDecimal> perNewCustomer(BigDecimal cost, long newCustomers) {
    return newCustomers == 0
        ? Measure.missing(EconomicsResult.NO_NEW_CUSTOMERS)
        : Measure.of(
            cost.divide(BigDecimal.valueOf(newCustomers), DECIMALS, RoundingMode.HALF_EVEN));
  }

  private static Measure<BigDecimal> product(Measure<BigDecimal> margin, Measure<Double> periods) {
    BigDecimal value = margin.value();
    Double factor = periods.value();
    if (value == null) {
      return margin;
    }
    return factor == null
        ? Measure.missing(reason(periods))
        : Measure.of(value.multiply(BigDecimal.valueOf(factor)));
  }

  private static Measure<BigDecimal> rounded(Measure<BigDecimal> exact) {
    BigDecimal value = exact.value();
    return value == null ? exact : Measure.of(value.setScale(DECIMALS, RoundingMode.HALF_EVEN));
  }

  private static Reason reason(Measure<?> missing) {
    Reason reason = missing.reason();
    if (reason == null) {
      throw new IllegalStateException("not missing");
    }
    return reason;
  }
}
