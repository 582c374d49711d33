package org.kexin.analysis.algorithm.control;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/**
 * Patterns of points that chance seldom makes. Western Electric (1956), Statistical quality control
 * handbook; Nelson (1984), The Shewhart control chart: tests for special causes, Journal of Quality
 * Technology 16(4). σ is the distance of a limit from the centre, divided by three, at the point's
 * own size. A point exactly at a limit is within it; a point on the centre line is on no side; a
 * point without a value breaks every pattern.
 */
public enum RunRule {
  /** One point beyond 3σ. The first rule of Nelson is the same. */
  WESTERN_ELECTRIC_1(1, 1, 3),
  /** Two of three points in a row beyond 2σ on one side. Nelson's fifth. */
  WESTERN_ELECTRIC_2(3, 2, 2),
  /** Four of five points in a row beyond 1σ on one side. Nelson's sixth. */
  WESTERN_ELECTRIC_3(5, 4, 1),
  /** Eight points in a row on one side of the centre. */
  WESTERN_ELECTRIC_4(8, 8, 0),
  /** Nine points in a row on one side of the centre. */
  NELSON_2(9, 9, 0),
  /** Six points in a row that all rise or all fall. */
  NELSON_3(6, 0, 0),
  /** Fourteen points in a row that rise and fall by turns. */
  NELSON_4(14, 0, 0),
  /** Fifteen points in a row within 1σ: limits too wide, or groups mixed. */
  NELSON_7(15, 0, 1),
  /** Eight points in a row beyond 1σ, on either side. */
  NELSON_8(8, 0, 1);

  /** Limits are computed and compared in floating point. */
  private static final double ROUNDING = 1e-12;

  private final int span;
  private final int needed;
  private final double sigmas;

  RunRule(int span, int needed, double sigmas) {
    this.span = span;
    this.needed = needed;
    this.sigmas = sigmas;
  }

  /** The four rules of Western Electric, the usual choice. */
  public static Set<RunRule> westernElectric() {
    return EnumSet.of(
        WESTERN_ELECTRIC_1, WESTERN_ELECTRIC_2, WESTERN_ELECTRIC_3, WESTERN_ELECTRIC_4);
  }

  /** The eight rules of Nelson, of which three are named after Western Electric. */
  public static Set<RunRule> nelson() {
    return EnumSet.complementOf(EnumSet.of(WESTERN_ELECTRIC_4));
  }

  /**
   * A pattern that a rule found.
   *
   * @param from index of its first point
   * @param to index of the point that completes it
   */
  public record Signal(RunRule rule, int from, int to) {}

  /**
   * Finds the pattern at each point that completes one.
   *
   * @param deviations distances from the centre in σ; null where there is no value
   */
  List<Signal> find(List<@Nullable Double> deviations) {
    List<Signal> signals = new ArrayList<>();
    for (int end = span - 1; end < deviations.size(); end++) {
      double[] window = window(deviations, end);
      if (window.length == span && holds(window)) {
        signals.add(new Signal(this, end - span + 1, end));
      }
    }
    return signals;
  }

  private double[] window(List<@Nullable Double> deviations, int end) {
    double[] window = new double[span];
    for (int i = 0; i < span; i++) {
      Double deviation = deviations.get(end - span + 1 + i);
      if (deviation == null) {
        return new double[0];
      }
      window[i] = deviation;
    }
    return window;
  }

  private boolean holds(double[] window) {
    return switch (this) {
      case NELSON_3 -> steps(window, 1) || steps(window, -1);
      case NELSON_4 -> alternates(window);
      case NELSON_7 -> count(window, z -> Math.abs(z) < sigmas - ROUNDING) == span;
      case NELSON_8 -> count(window, z -> beyond(Math.abs(z))) == span;
      default -> ownSide(window, 1) || ownSide(window, -1);
    };
  }

  /** The last point must be one of those beyond, or the pattern was complete before it. */
  private boolean ownSide(double[] window, int side) {
    return beyond(side * window[span - 1]) && count(window, z -> beyond(side * z)) >= needed;
  }

  private boolean beyond(double z) {
    return z > sigmas + ROUNDING;
  }

  private static int count(double[] window, DoublePredicate condition) {
    int count = 0;
    for (double z : window) {
      count += condition.test(z) ? 1 : 0;
    }
    return count;
  }

  private static boolean steps(double[] window, int direction) {
    for (int i = 1; i < window.length; i++) {
      if (direction * (window[i] - window[i - 1]) <= ROUNDING) {
        return false;
      }
    }
    return true;
  }

  private static boolean alternates(double[] window) {
    for (int i = 1; i < window.length; i++) {
      double step = window[i] - window[i - 1];
      boolean turns = i == 1 || step * (window[i - 1] - window[i - 2]) < 0;
      if (Math.abs(step) <= ROUNDING || !turns) {
        return false;
      }
    }
    return true;
  }
}
