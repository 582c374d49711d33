package org.kexin.analysis.algorithm.satisfaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Reason;

/**
 * How often each answer of a scale was given.
 *
 * @param scale of the question
 * @param counts one per answer, from the lowest to the highest of the scale
 * @param offScale answers that are not on the scale
 * @param unanswered questions that were not answered
 */
public record Answers(Scale scale, List<Long> counts, long offScale, long unanswered) {

  /** Counts answers that are not on the scale. */
  public static final Reason OFF_SCALE =
      new Reason("OFF_SCALE", "Answers that are not on the scale were left out.");

  /** Counts questions without an answer. */
  public static final Reason UNANSWERED =
      new Reason("UNANSWERED", "Questions that were not answered were left out.");

  /**
   * @throws IllegalArgumentException if there is not one count for each answer of the scale or a
   *     count is negative
   */
  public Answers {
    counts = List.copyOf(counts);
    if (counts.size() != scale.size()
        || counts.stream().anyMatch(count -> count < 0)
        || offScale < 0
        || unanswered < 0) {
      throw new IllegalArgumentException("needed: " + scale.size() + " counts of 0 or more");
    }
  }

  /** Answers on the scale. */
  public long n() {
    return between(scale.lowest(), scale.highest());
  }

  /** What does not count, and why. */
  public List<LeftOut> leftOut() {
    List<LeftOut> entries = new ArrayList<>();
    if (offScale > 0) {
      entries.add(new LeftOut(OFF_SCALE, offScale));
    }
    if (unanswered > 0) {
      entries.add(new LeftOut(UNANSWERED, unanswered));
    }
    return List.copyOf(entries);
  }

  /** Answers from one to another, both on the scale. */
  long between(int from, int to) {
    return LongStream.rangeClosed(from, to).map(answer -> of((int) answer)).sum();
  }

  long of(int answer) {
    return counts.get(answer - scale.lowest());
  }

  /** Counts answers in one pass. Not thread-safe. */
  public static final class Accumulator {
    private final Scale scale;
    private final long[] counts;
    private long offScale;
    private long unanswered;

    public Accumulator(Scale scale) {
      this.scale = scale;
      this.counts = new long[scale.size()];
    }

    /** Counts an answer, on the scale or not. */
    public void add(long answer) {
      if (scale.holds(answer)) {
        counts[(int) answer - scale.lowest()]++;
      } else {
        offScale++;
      }
    }

    /** Counts a question that was left blank. */
    public void addUnanswered() {
      unanswered++;
    }

    /** What was counted so far. */
    public Answers finish() {
      return new Answers(scale, Arrays.stream(counts).boxed().toList(), offScale, unanswered);
    }
  }
}
