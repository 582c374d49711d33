package org.kexin.analysis.algorithm.lifetime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of all customers together within the horizon of {@link LifetimeValue}.
 *
 * @param customers n
 * @param active expected number of them who have not left: the sum of P(alive)
 * @param activeByAssumption those of them whose P(alive) is 1 by assumption of the model, see
 *     {@link PurchaseModel#aliveIsEvidence}
 * @param withoutValue customers whose value of a purchase cannot be estimated: their purchases are
 *     counted, their value is not
 * @param months month by month; their sums are the totals
 */
public record ExpectedTotals(
    long customers, double active, long activeByAssumption, long withoutValue, List<Month> months) {

  /** Bounds what is remembered to some sixteen megabytes. */
  private static final int MOST_REMEMBERED = 2_000_000;

  public ExpectedTotals {
    months = List.copyOf(months);
  }

  /**
   * One month of the horizon.
   *
   * @param number from 1
   * @param purchases expected in it
   * @param value of them, times the margin and discounted, in currency units
   */
  public record Month(int number, double purchases, double value) {}

  /** Purchases in the horizon. */
  public double purchases() {
    return months.stream().mapToDouble(Month::purchases).sum();
  }

  /** The lifetime value of all customers, in currency units. */
  public double lifetimeValue() {
    return months.stream().mapToDouble(Month::value).sum();
  }

  /**
   * Adds up all customers.
   *
   * @param values null where the value of a purchase is not known
   * @throws IllegalArgumentException if the horizon exceeds {@link PurchaseHistory#MAX_TIME}
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static ExpectedTotals of(
      PurchaseHistories<?> histories,
      PurchaseModel model,
      @Nullable GammaGamma values,
      LifetimeValue.Parameters parameters) {
    double month = LifetimeValue.DAYS_PER_MONTH / histories.parameters().daysPerUnit();
    PurchaseHistory.requireTime(month * parameters.months());
    Sums sums = new Sums(model, month, parameters);
    for (int row = 0; row < histories.size(); row++) {
      PurchaseHistory history = histories.history(row);
      Double value =
          values == null
              ? null
              : values.expectedValue(history.repeats(), histories.meanRepeatValue(row)).value();
      sums.add(history, histories.repeatsAndObserved(row), value);
    }
    return sums.totals(histories.size());
  }

  private static final class Sums {
    private final PurchaseModel model;
    private final double month;
    private final LifetimeValue.Parameters parameters;
    private final double[] purchases;
    private final double[] value;
    private final Map<Long, double[]> known = new HashMap<>();
    private double active;
    private long byAssumption;
    private long withoutValue;

    Sums(PurchaseModel model, double month, LifetimeValue.Parameters parameters) {
      this.model = model;
      this.month = month;
      this.parameters = parameters;
      this.purchases = new double[parameters.months()];
      this.value = new double[parameters.months()];
    }

    void add(PurchaseHistory history, Long key, @Nullable Double meanValue) {
      double alive = model.probabilityAlive(history);
      active += alive;
      byAssumption += model.aliveIsEvidence(history) ? 0 : 1;
      withoutValue += meanValue == null ? 1 : 0;
      double worth = Objects.requireNonNullElse(meanValue, 0.0);
      double[] monthly = ifAlive(history, key);
      for (int i = 0; i < monthly.length; i++) {
        purchases[i] += alive * monthly[i];
        value[i] += alive * monthly[i] * worth;
      }
    }

    private double[] ifAlive(PurchaseHistory history, Long key) {
      double[] remembered = known.get(key);
      if (remembered != null) {
        return remembered;
      }
      Interruption.check();
      double[] monthly = new double[parameters.months()];
      double before = 0;
      for (int i = 0; i < monthly.length; i++) {
        double upToNow = model.expectedPurchasesIfAlive(history, (i + 1) * month);
        // Rounding must not make a far month negative.
        monthly[i] = Math.max(0, upToNow - before);
        before = upToNow;
      }
      if ((long) known.size() * monthly.length < MOST_REMEMBERED) {
        known.put(key, monthly);
      }
      return monthly;
    }

    ExpectedTotals totals(long customers) {
      List<Month> months = new ArrayList<>();
      double factor = parameters.margin();
      for (int i = 0; i < purchases.length; i++) {
        factor /= 1 + parameters.discountPerMonth();
        months.add(new Month(i + 1, purchases[i], value[i] * factor));
      }
      return new ExpectedTotals(customers, active, byAssumption, withoutValue, months);
    }
  }
}
