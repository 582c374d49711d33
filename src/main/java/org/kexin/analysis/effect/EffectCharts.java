package org.kexin.analysis.effect;

import org.kexin.analysis.chart.BarChart;
import org.kexin.analysis.chart.Chart;
import org.kexin.analysis.chart.Words;

/** What the effect of a promotion looks like. */
final class EffectCharts {

  private static final double PERCENT = 100;

  private EffectCharts() {}

  static Chart effect(EffectView view) {
    boolean incremental = view.basis() == EffectView.EffectBasis.INCREMENTAL;
    return new BarChart(
        incremental
            ? new Words("Buyers of each group", "各组购买率")
            : new Words("Buyers among those who took part (attributed)", "参与者购买率（归因）"),
        new Words("Percent of customers", "占客户百分比"),
        view.arms().stream()
            .map(
                arm ->
                    new BarChart.Bar(
                        arm.name(),
                        arm.conversionRate() == null ? null : PERCENT * arm.conversionRate()))
            .toList());
  }
}
