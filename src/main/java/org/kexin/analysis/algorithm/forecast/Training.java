package org.kexin.analysis.algorithm.forecast;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Reason;

/**
 * The part of a series that methods are fitted to: without incomplete ends and without missing
 * values, which between others are interpolated and at the ends dropped.
 */
final class Training {

  private static final int MOST_MISSING = 3;

  /** Finite, in the order of time. */
  final double[] y;

  /** Index in the series of the first value. */
  final int first;

  final List<Reason> notes;
  final List<LeftOut> leftOut;

  /** Why nothing can be fitted; null when something can. */
  final @Nullable Reason refusal;

  private Training(double[] y, int first, List<Reason> notes, List<LeftOut> leftOut, int missing) {
    this.y = y;
    this.first = first;
    this.notes = List.copyOf(notes);
    this.leftOut = List.copyOf(leftOut);
    if (y.length - missing < Notes.MINIMUM_VALUES) {
      this.refusal = Notes.NOT_ENOUGH_DATA;
    } else {
      this.refusal = missing * MOST_MISSING > y.length ? Notes.TOO_MANY_MISSING : null;
    }
  }

  static Training of(TimeSeries series, boolean includeIncomplete) {
    List<LeftOut> leftOut = new ArrayList<>(series.leftOut());
    int begin = 0;
    int end = series.values().size();
    if (!includeIncomplete && !series.isComplete(end - 1)) {
      leftOut.add(new LeftOut(Notes.INCOMPLETE_LAST_PERIOD, 1));
      end--;
    }
    if (!includeIncomplete && begin < end && !series.isComplete(begin)) {
      leftOut.add(new LeftOut(Notes.INCOMPLETE_FIRST_PERIOD, 1));
      begin++;
    }
    int known = begin;
    int knownEnd = end;
    while (known < knownEnd && isMissing(series, known)) {
      known++;
    }
    while (knownEnd > known && isMissing(series, knownEnd - 1)) {
      knownEnd--;
    }
    int dropped = (known - begin) + (end - knownEnd);
    if (dropped > 0) {
      leftOut.add(new LeftOut(Notes.PERIODS_WITHOUT_VALUE_AT_THE_ENDS, dropped));
    }
    double[] y = new double[knownEnd - known];
    int missing = fill(series, known, y);
    List<Reason> notes = new ArrayList<>();
    if (missing > 0) {
      notes.add(Notes.MISSING_INTERPOLATED);
    }
    if (isIntermittent(y)) {
      notes.add(Notes.INTERMITTENT_SERIES);
    }
    return new Training(y, known, notes, leftOut, missing);
  }

  private static boolean isMissing(TimeSeries series, int index) {
    return series.values().get(index).value() == null;
  }

  /**
   * @return how many values were interpolated
   */
  private static int fill(TimeSeries series, int first, double[] y) {
    int missing = 0;
    int last = -1;
    for (int t = 0; t < y.length; t++) {
      Double value = series.values().get(first + t).value();
      if (value == null) {
        missing++;
        continue;
      }
      y[t] = value;
      for (int gap = last + 1; gap < t; gap++) {
        double share = (gap - last) / (double) (t - last);
        y[gap] = (1 - share) * y[last] + share * value;
      }
      last = t;
    }
    return missing;
  }

  private static boolean isIntermittent(double[] y) {
    int others = 0;
    for (double value : y) {
      others += value == 0 ? 0 : 1;
    }
    return others > 0 && y.length >= Notes.INTERMITTENT * others;
  }
}
