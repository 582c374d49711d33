package org.kexin.analysis.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kexin.analysis.About;
import org.kexin.analysis.Answering;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.control.MeanRangeChart;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Violations;

/** Draws charts of figures that callers bring; nothing of them is kept. */
@ApplicationScoped
class GivenCharts {

  private final Answering answering;
  private final Violations violations;

  GivenCharts(Answering answering, Violations violations) {
    this.answering = answering;
    this.violations = violations;
  }

  /**
   * The chart of what was sent.
   *
   * @throws ProblemException {@code validation-failed} if a point does not fit the chart
   */
  ControlChartView of(GivenPoints given) {
    List<FieldProblem> problems = new ArrayList<>(violations.of(given));
    if (problems.isEmpty()) {
      problems.addAll(given.problems());
    }
    ProblemException.demandNone(problems);
    return answering.compute(answering.effort(), () -> drawn(given));
  }

  private ControlChartView drawn(GivenPoints given) {
    if (!given.chart().isOfValues()) {
      return ControlChartView.of(
          about(given, Map.of()),
          given.chart().ofCounts().of(given.subgroups(), given.runRules(), given.removes()));
    }
    int size = given.sampleSize();
    MeanRangeChart charts =
        MeanRangeChart.of(given.samples(), size, given.runRules(), given.removes());
    return ControlChartView.of(
        about(given, Map.of("sampleSize", String.valueOf(size)))
            .plus(charts.leftOut(), everything()),
        charts);
  }

  private About about(GivenPoints given, Map<String, String> more) {
    SortedMap<String, String> stated = new TreeMap<>(more);
    stated.put("chart", given.chart().name());
    stated.put("rules", given.rulesInForce().name());
    stated.put("removeOutOfControl", String.valueOf(given.removes()));
    return answering.about(
        new Answering.Method(given.chart().method(), "1"),
        new About.Window(null, null),
        stated,
        null,
        (long) given.points().size(),
        everything());
  }

  /** The figures are the caller's own: no group of them is too small. */
  private SmallGroups everything() {
    return answering.groups(true);
  }
}
