package org.kexin.analysis.algorithm.lifetime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;

/**
 * How well the models, fitted to the calibration, predict the hold-out that follows it.
 *
 * @param time length of the hold-out, in the unit of the histories
 * @param customers n
 * @param actual mean purchases in the hold-out by repeats in the calibration: 0, 1, ... 6, 7 and
 *     more
 * @param actualTotal purchases of all customers in the hold-out
 * @param models in the order asked for
 */
public record ModelComparison(
    double time,
    long customers,
    List<FrequencyClass> actual,
    long actualTotal,
    List<HoldOut> models) {

  /** Nobody had this many repeats. */
  public static final Reason NO_CUSTOMERS_IN_CLASS =
      new Reason("NO_CUSTOMERS_IN_CLASS", "No customer has this number of repeat purchases.");

  private static final int CLASSES = 8;

  public ModelComparison {
    actual = List.copyOf(actual);
    models = List.copyOf(models);
  }

  /**
   * Customers by repeats in the calibration.
   *
   * @param repeatsFrom least number of repeats; also the greatest, except in the last class
   * @param customers how many
   * @param meanPurchases of them in the hold-out, counted or predicted
   */
  public record FrequencyClass(int repeatsFrom, long customers, Measure<Double> meanPurchases) {}

  /**
   * One model in the hold-out.
   *
   * @param fit to the calibration
   * @param meanAbsoluteError of the purchases predicted per customer
   * @param rootMeanSquareError of the same
   * @param predictedTotal purchases of all customers
   * @param predicted as {@link ModelComparison#actual()}; empty without a model
   */
  public record HoldOut(
      PurchaseModelFit fit,
      Measure<Double> meanAbsoluteError,
      Measure<Double> rootMeanSquareError,
      Measure<Double> predictedTotal,
      List<FrequencyClass> predicted) {

    public HoldOut {
      predicted = List.copyOf(predicted);
    }
  }

  /**
   * Fits the models and compares them.
   *
   * @param progress told the part done, 0 to 1
   * @throws IllegalArgumentException if the histories have no hold-out
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static ModelComparison of(
      PurchaseHistories<?> histories, List<ModelKind> kinds, DoubleConsumer progress) {
    if (histories.parameters().holdOutEnd() == null) {
      throw new IllegalArgumentException("a comparison needs a hold-out");
    }
    Classes counted = new Classes();
    for (int row = 0; row < histories.size(); row++) {
      counted.add(histories.history(row).repeats(), (double) histories.holdOutRepeats(row));
    }
    GroupedHistories grouped = histories.grouped();
    List<HoldOut> models = new ArrayList<>();
    for (ModelKind kind : kinds) {
      int done = models.size();
      PurchaseModelFit fit =
          PurchaseModelFit.of(
              grouped, kind, part -> progress.accept((done + part / 2) / kinds.size()));
      models.add(holdOut(fit, histories));
      progress.accept((done + 1.0) / kinds.size());
    }
    return new ModelComparison(
        histories.parameters().holdOutTime(),
        histories.size(),
        counted.means(),
        Math.round(counted.total()),
        models);
  }

  private static HoldOut holdOut(PurchaseModelFit fit, PurchaseHistories<?> histories) {
    PurchaseModel model = fit.model().value();
    if (model == null) {
      Measure<Double> none = Measure.missing(Objects.requireNonNull(fit.model().reason()));
      return new HoldOut(fit, none, none, none, List.of());
    }
    double time = histories.parameters().holdOutTime();
    ActiveCustomers active =
        new ActiveCustomers(history -> model.expectedPurchasesIfAlive(history, time));
    Classes classes = new Classes();
    double absolute = 0;
    double square = 0;
    for (int row = 0; row < histories.size(); row++) {
      PurchaseHistory history = histories.history(row);
      double predicted = model.probabilityAlive(history) * active.of(histories, row);
      double error = predicted - histories.holdOutRepeats(row);
      absolute += Math.abs(error);
      square += error * error;
      classes.add(history.repeats(), predicted);
    }
    double n = histories.size();
    return new HoldOut(
        fit,
        Measure.of(absolute / n),
        Measure.of(Math.sqrt(square / n)),
        Measure.of(classes.total()),
        classes.means());
  }

  /** Sums purchases by class. */
  private static final class Classes {
    private final long[] customers = new long[CLASSES];
    private final double[] purchases = new double[CLASSES];

    void add(int repeats, double count) {
      int index = Math.min(repeats, CLASSES - 1);
      customers[index]++;
      purchases[index] += count;
    }

    double total() {
      double sum = 0;
      for (double count : purchases) {
        sum += count;
      }
      return sum;
    }

    List<FrequencyClass> means() {
      List<FrequencyClass> classes = new ArrayList<>();
      for (int i = 0; i < CLASSES; i++) {
        Measure<Double> mean =
            customers[i] == 0
                ? Measure.missing(NO_CUSTOMERS_IN_CLASS)
                : Measure.of(purchases[i] / customers[i]);
        classes.add(new FrequencyClass(i, customers[i], mean));
      }
      return classes;
    }
  }
}
