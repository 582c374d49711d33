package org.kexin.analysis.algorithm.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Measure;

/**
 * Shewhart charts of counts: Montgomery, Introduction to statistical quality control, chapter on
 * control charts for attributes. The limits lie three standard deviations from the centre, each
 * point with those of its own size.
 */
public enum CountChart {
  /** Share of defectives: p ± 3√(p(1 − p)/nᵢ), p = Σ count / Σ size. */
  P("p chart/1 (Montgomery; own limits for unequal n)"),
  /** Number of defectives: nᵢp ± 3√(nᵢp(1 − p)); with unequal sizes the centre is that of p. */
  NP("np chart/1 (Montgomery)"),
  /** Defects per unit: u ± 3√(u/nᵢ), u = Σ count / Σ size. */
  U("u chart/1 (Montgomery; own limits for unequal n)"),
  /**
   * Number of defects: c ± 3√c, c the mean count; sizes are not used, except that 0 is no value.
   */
  C("c chart/1 (Montgomery)");

  private static final double SIGMAS = 3;

  private final String method;

  CountChart(String method) {
    this.method = method;
  }

  /** Name, version and source for the answer. */
  public String method() {
    return method;
  }

  /**
   * Draws the chart of some subgroups.
   *
   * @param subgroups in the order of time
   * @param rules to look for
   * @param remove whether points out of control are removed, round by round, until none that is
   *     used is out
   * @throws IllegalArgumentException if a subgroup of P or NP has more defectives than units, or a
   *     size that is not whole
   */
  public ControlChart of(List<Subgroup> subgroups, Set<RunRule> rules, boolean remove) {
    if (this == P || this == NP) {
      subgroups.forEach(CountChart::checkShare);
    }
    boolean[] used = new boolean[subgroups.size()];
    for (int i = 0; i < used.length; i++) {
      used[i] = subgroups.get(i).size() > 0;
    }
    List<ControlChart.Round> rounds = new ArrayList<>();
    Double centre = centre(subgroups, used);
    while (centre != null) {
      double now = centre;
      List<Integer> out =
          IntStream.range(0, used.length)
              .filter(i -> used[i] && outOfControl(subgroups.get(i), now))
              .boxed()
              .toList();
      rounds.add(new ControlChart.Round(now, out));
      if (out.isEmpty() || !remove) {
        break;
      }
      out.forEach(i -> used[i] = false);
      centre = centre(subgroups, used);
    }
    return chart(subgroups, used, rounds, centre, rules);
  }

  private static void checkShare(Subgroup subgroup) {
    if (subgroup.count() > subgroup.size() || subgroup.size() != Math.rint(subgroup.size())) {
      throw new IllegalArgumentException("not defectives of whole units: " + subgroup);
    }
  }

  private @Nullable Double centre(List<Subgroup> subgroups, boolean[] used) {
    double counts = 0;
    double sizes = 0;
    for (int i = 0; i < used.length; i++) {
      counts += used[i] ? subgroups.get(i).count() : 0;
      sizes += used[i] ? sizeOf(subgroups.get(i)) : 0;
    }
    double centre = counts / sizes;
    return sizes > 0 && Double.isFinite(centre) ? centre : null;
  }

  private double sizeOf(Subgroup subgroup) {
    return this == C ? 1 : subgroup.size();
  }

  private ControlChart chart(
      List<Subgroup> subgroups,
      boolean[] used,
      List<ControlChart.Round> rounds,
      @Nullable Double centre,
      Set<RunRule> rules) {
    List<ControlChart.Point> points = new ArrayList<>();
    List<@Nullable Double> deviations = new ArrayList<>();
    for (int i = 0; i < used.length; i++) {
      Subgroup subgroup = subgroups.get(i);
      points.add(point(subgroup, centre, !used[i] && subgroup.size() > 0, rounds));
      deviations.add(centre == null ? null : deviation(subgroup, centre));
    }
    List<RunRule.Signal> signals =
        Arrays.stream(RunRule.values())
            .filter(rules::contains)
            .flatMap(rule -> rule.find(deviations).stream())
            .toList();
    Measure<Double> line =
        centre == null
            ? Measure.missing(rounds.isEmpty() ? ControlChart.NO_POINTS : ControlChart.ALL_REMOVED)
            : Measure.of(centre);
    return new ControlChart(line, points, rounds, signals);
  }

  private ControlChart.Point point(
      Subgroup subgroup,
      @Nullable Double centre,
      boolean removed,
      List<ControlChart.Round> rounds) {
    if (subgroup.size() == 0) {
      Measure<Double> missing = Measure.missing(ControlChart.NO_SIZE);
      return new ControlChart.Point(subgroup.label(), missing, missing, missing, false, false);
    }
    Measure<Double> value = finite(value(subgroup));
    if (centre == null) {
      Measure<Double> missing =
          Measure.missing(rounds.isEmpty() ? ControlChart.NO_POINTS : ControlChart.ALL_REMOVED);
      return new ControlChart.Point(subgroup.label(), value, missing, missing, removed, removed);
    }
    double middle = middle(subgroup, centre);
    double reach = SIGMAS * sigma(subgroup, centre);
    return new ControlChart.Point(
        subgroup.label(),
        value,
        finite(Math.max(0, middle - reach)),
        finite(Math.min(highest(subgroup), middle + reach)),
        outOfControl(subgroup, centre),
        removed);
  }

  private static Measure<Double> finite(double value) {
    return Double.isFinite(value) ? Measure.of(value) : Measure.missing(ControlChart.OUT_OF_RANGE);
  }

  private double value(Subgroup subgroup) {
    return switch (this) {
      case P, U -> subgroup.count() / subgroup.size();
      case NP, C -> subgroup.count();
    };
  }

  private double middle(Subgroup subgroup, double centre) {
    return this == NP ? subgroup.size() * centre : centre;
  }

  private double highest(Subgroup subgroup) {
    return switch (this) {
      case P -> 1;
      case NP -> subgroup.size();
      case U, C -> Double.POSITIVE_INFINITY;
    };
  }

  private double sigma(Subgroup subgroup, double centre) {
    return switch (this) {
      case P -> Math.sqrt(centre * (1 - centre) / subgroup.size());
      case NP -> Math.sqrt(subgroup.size() * centre * (1 - centre));
      case U -> Math.sqrt(centre / subgroup.size());
      case C -> Math.sqrt(centre);
    };
  }

  private boolean outOfControl(Subgroup subgroup, double centre) {
    Double deviation = deviation(subgroup, centre);
    return deviation != null && !RunRule.WESTERN_ELECTRIC_1.find(List.of(deviation)).isEmpty();
  }

  /** Without a spread every point that is used equals the centre. */
  private @Nullable Double deviation(Subgroup subgroup, double centre) {
    if (subgroup.size() == 0) {
      return null;
    }
    double distance = value(subgroup) - middle(subgroup, centre);
    double sigma = sigma(subgroup, centre);
    double deviation = sigma == 0 ? Math.signum(distance) * Double.MAX_VALUE : distance / sigma;
    return Double.isNaN(deviation) ? null : deviation;
  }
}
