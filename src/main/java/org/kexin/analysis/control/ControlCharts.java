package org.kexin.analysis.control;

import org.kexin.analysis.chart.Chart;
import org.kexin.analysis.chart.ControlLines;
import org.kexin.analysis.chart.Words;

/** What a control chart looks like: points, centre, limits, and what is out of control. */
final class ControlCharts {

  private static final Words TITLE = new Words("Control chart", "控制图");
  private static final Words VALUE = new Words("Value", "数值");

  private ControlCharts() {}

  /** Of means and ranges the means are drawn. */
  static Chart of(ControlChartView view) {
    return ControlLines.of(
        TITLE,
        VALUE,
        view.chart().points().stream()
            .map(
                it ->
                    new ControlLines.Point(
                        it.label(), it.value(), it.lower(), it.upper(), it.outOfControl()))
            .toList(),
        view.chart().centre());
  }
}
