package org.kexin.analysis.effect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Interval;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;

/** Takes figures out of their measures and keeps why some are absent. Not thread-safe. */
final class Figures {

  private final List<Absent> absent = new ArrayList<>();

  @Nullable Double number(String figure, Measure<Double> measure) {
    return note(figure, measure);
  }

  @Nullable ConfidenceInterval interval(String figure, Measure<Interval> measure) {
    Interval interval = note(figure, measure);
    return interval == null ? null : ConfidenceInterval.of(interval);
  }

  <T> @Nullable T note(String figure, Measure<T> measure) {
    Reason reason = measure.reason();
    if (reason != null) {
      absent.add(Absent.of(figure, reason));
    }
    return measure.value();
  }

  /** What was absent so far, in the order of asking. */
  List<Absent> absent() {
    return List.copyOf(absent);
  }
}
