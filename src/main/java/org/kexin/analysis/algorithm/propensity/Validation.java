package org.kexin.analysis.algorithm.propensity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;

/**
 * How probabilities compare with what happened, for customers the model has not seen.
 *
 * @param customers n
 * @param positives how many of them did it
 * @param meanPredicted mean probability; to be compared with positives / n
 * @param brierScore mean of (probability − outcome)², 0 is best (Brier 1950). With a rare outcome
 *     it is small for any model: see the skill
 * @param brierSkill 1 − score / score of giving everyone the observed rate; 0 or below is worthless
 * @param auc probability that a positive has the higher score than a negative, ties half: area
 *     under the ROC curve (Hanley and McNeil 1982), .5 is chance
 * @param deciles tenths of the customers from the highest probability to the lowest: the lift chart
 *     and the calibration table in one
 */
public record Validation(
    long customers,
    long positives,
    Measure<Double> meanPredicted,
    Measure<Double> brierScore,
    Measure<Double> brierSkill,
    Measure<Double> auc,
    List<Decile> deciles) {

  /** The hold-out is empty. */
  public static final Reason NO_HOLD_OUT =
      new Reason("NO_HOLD_OUT", "There is no customer outside the training set.");

  /** All customers of the hold-out did it, or none. */
  public static final Reason ONE_OUTCOME =
      new Reason("ONE_OUTCOME", "The hold-out has only one of the two outcomes.");

  private static final int DECILES = 10;

  public Validation {
    deciles = List.copyOf(deciles);
  }

  /**
   * A tenth of the customers. Where equal probabilities span two tenths, their positives are shared
   * out evenly, so that no chance order decides.
   *
   * @param number 1 for the highest probabilities to 10; tenths without a customer are left out
   * @param customers how many
   * @param meanPredicted their mean probability
   * @param positives how many of them did it; a fraction where ties were shared
   * @param observedRate positives / customers; near meanPredicted when the model is calibrated
   * @param shareReached share of all positives in this tenth and those before; missing without
   *     positives
   * @param lift observedRate / rate of all; missing without positives
   */
  public record Decile(
      int number,
      int customers,
      double meanPredicted,
      double positives,
      double observedRate,
      Measure<Double> shareReached,
      Measure<Double> lift) {}

  /**
   * Compares.
   *
   * @param probabilities 0 to 1, one per customer, in any order
   * @param outcomes of the same customers
   * @throws IllegalArgumentException if there are not as many of both, or a probability is not
   *     within 0 to 1
   */
  public static Validation of(double[] probabilities, boolean[] outcomes) {
    long[] sorted = descending(probabilities, outcomes);
    int n = sorted.length;
    long positives = 0;
    double sum = 0;
    double square = 0;
    for (long key : sorted) {
      double error = probability(key) - (key & 1);
      positives += key & 1;
      sum += probability(key);
      square += error * error;
    }
    if (n == 0) {
      Measure<Double> none = Measure.missing(NO_HOLD_OUT);
      return new Validation(0, 0, none, none, none, none, List.of());
    }
    double rate = positives / (double) n;
    boolean both = positives > 0 && positives < n;
    Measure<Double> missing = Measure.missing(ONE_OUTCOME);
    return new Validation(
        n,
        positives,
        Measure.of(sum / n),
        Measure.of(square / n),
        both ? Measure.of(1 - square / n / (rate * (1 - rate))) : missing,
        both ? Measure.of(auc(sorted, positives)) : missing,
        deciles(sorted, positives));
  }

  /**
   * Probability and outcome in one long, the outcome in the last bit of the mantissa: probabilities
   * closer than that are ties, and a sort of longs needs no object per customer.
   */
  private static long[] descending(double[] probabilities, boolean[] outcomes) {
    if (probabilities.length != outcomes.length) {
      throw new IllegalArgumentException(
          probabilities.length + " probabilities, " + outcomes.length + " outcomes");
    }
    long[] keys = new long[probabilities.length];
    for (int i = 0; i < keys.length; i++) {
      if (!(probabilities[i] >= 0 && probabilities[i] <= 1)) {
        throw new IllegalArgumentException("not a probability: " + probabilities[i]);
      }
      long bits = Double.doubleToLongBits(probabilities[i] + 0.0);
      keys[i] = -((bits & ~1L) | (outcomes[i] ? 1 : 0));
    }
    Arrays.sort(keys);
    for (int i = 0; i < keys.length; i++) {
      keys[i] = -keys[i];
    }
    return keys;
  }

  private static double probability(long key) {
    return Double.longBitsToDouble(key & ~1L);
  }

  /** End of the rows that tie with this one. */
  private static int endOfTies(long[] sorted, int from) {
    int end = from + 1;
    while (end < sorted.length && (sorted[end] | 1) == (sorted[from] | 1)) {
      end++;
    }
    return end;
  }

  private static long positives(long[] sorted, int from, int end) {
    long count = 0;
    for (int i = from; i < end; i++) {
      count += sorted[i] & 1;
    }
    return count;
  }

  private static double auc(long[] sorted, long positives) {
    double wins = 0;
    long above = 0;
    int end;
    for (int from = 0; from < sorted.length; from = end) {
      end = endOfTies(sorted, from);
      long hits = positives(sorted, from, end);
      wins += (end - from - hits) * (above + hits / 2.0);
      above += hits;
    }
    return wins / positives / (sorted.length - positives);
  }

  private static List<Decile> deciles(long[] sorted, long allPositives) {
    double[] predicted = new double[DECILES];
    double[] hits = new double[DECILES];
    int end;
    for (int from = 0; from < sorted.length; from = end) {
      end = endOfTies(sorted, from);
      double rate = positives(sorted, from, end) / (double) (end - from);
      double probability = probability(sorted[from]);
      for (int d = 0; d < DECILES; d++) {
        int overlap =
            Math.min(end, bound(d + 1, sorted.length)) - Math.max(from, bound(d, sorted.length));
        if (overlap > 0) {
          predicted[d] += overlap * probability;
          hits[d] += overlap * rate;
        }
      }
    }
    List<Decile> deciles = new ArrayList<>();
    double reached = 0;
    for (int d = 0; d < DECILES; d++) {
      int customers = bound(d + 1, sorted.length) - bound(d, sorted.length);
      if (customers == 0) {
        continue;
      }
      reached += hits[d];
      double rate = hits[d] / customers;
      deciles.add(
          new Decile(
              d + 1,
              customers,
              predicted[d] / customers,
              hits[d],
              rate,
              ofPositives(reached, allPositives),
              ofPositives(rate * sorted.length, allPositives)));
    }
    return deciles;
  }

  private static Measure<Double> ofPositives(double part, long positives) {
    return positives == 0 ? Measure.missing(ONE_OUTCOME) : Measure.of(part / positives);
  }

  private static int bound(int decile, int n) {
    return (int) ((long) decile * n / DECILES);
  }
}
