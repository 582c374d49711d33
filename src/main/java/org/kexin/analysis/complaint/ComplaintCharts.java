package org.kexin.analysis.complaint;

import org.kexin.analysis.chart.Chart;
import org.kexin.analysis.chart.ControlLines;
import org.kexin.analysis.chart.Words;

/** What the analysis of complaints looks like: its control chart. */
final class ComplaintCharts {

  private static final Words TITLE = new Words("Complaints over time", "投诉趋势");
  private static final Words PER_ORDERS = new Words("Complaints per 1,000 orders", "每千笔订单的投诉数");
  private static final Words NUMBER = new Words("Complaints", "投诉数");

  private ComplaintCharts() {}

  static Chart trend(ComplaintAnalysisView view) {
    ComplaintAnalysisView.Trend trend = view.trend();
    return ControlLines.of(
        TITLE,
        trend.chart().equals("u") ? PER_ORDERS : NUMBER,
        trend.points().stream()
            .map(
                it ->
                    new ControlLines.Point(
                        it.period(), it.value(), it.lower(), it.upper(), it.outOfControl()))
            .toList(),
        trend.centre());
  }
}
