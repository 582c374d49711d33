package org.kexin.analysis.algorithm.control;

import java.util.List;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.Reason;

/**
 * A control chart: the centre and limits that chance alone would keep to, and every point.
 *
 * @param centre line of the points that the limits were computed from, in the unit of the chart
 * @param points all of them in the order given, also those removed
 * @param rounds how the centre was found: the first has all points, each further one is without the
 *     points out of control in the round before
 * @param signals patterns among all points at the final limits, in the order of the rules, then of
 *     the points
 */
public record ControlChart(
    Measure<Double> centre, List<Point> points, List<Round> rounds, List<RunRule.Signal> signals) {

  /** There is nothing in the chart. */
  public static final Reason NO_POINTS =
      new Reason("NO_POINTS", "There is no point with a size to compute the limits from.");

  /** The subgroup is empty. */
  public static final Reason NO_SIZE =
      new Reason("NO_SIZE", "The subgroup is empty, so it has no value.");

  /** Every point would be removed. */
  public static final Reason ALL_REMOVED =
      new Reason("ALL_REMOVED", "No point is left in control to compute the limits from.");

  /** The figure is beyond what a double can hold. */
  public static final Reason OUT_OF_RANGE =
      new Reason("OUT_OF_RANGE", "The figure is too large for a chart.");

  public ControlChart {
    points = List.copyOf(points);
    rounds = List.copyOf(rounds);
    signals = List.copyOf(signals);
  }

  /**
   * One point.
   *
   * @param label of its subgroup
   * @param value in the unit of the chart
   * @param lower limit at the point's size, not below 0 where the value cannot be
   * @param upper limit at the point's size, not above 1 for shares and not above n for np
   * @param outOfControl whether the value is beyond a limit
   * @param removed whether the limits were computed without it
   */
  public record Point(
      String label,
      Measure<Double> value,
      Measure<Double> lower,
      Measure<Double> upper,
      boolean outOfControl,
      boolean removed) {}

  /**
   * One computation of the limits.
   *
   * @param centre that it gave
   * @param outOfControl indices of points beyond these limits that were among those used
   */
  public record Round(double centre, List<Integer> outOfControl) {

    public Round {
      outOfControl = List.copyOf(outOfControl);
    }
  }
}
