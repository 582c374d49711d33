package org.kexin.analysis.control;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kexin.analysis.algorithm.control.CountChart;
import org.kexin.analysis.algorithm.control.MeanRangeChart;

/** What is charted. */
@Schema(
    name = "ControlChartKind",
    description =
        "P: share of defectives (不合格品率); U: defects per unit; C: number of defects; MEAN_RANGE:"
            + " means and ranges of samples (均值-极差).")
enum ChartKind {
  P,
  U,
  C,
  MEAN_RANGE;

  /** Whether a point is a sample of values, not a count. */
  boolean isOfValues() {
    return this == MEAN_RANGE;
  }

  /** The chart of counts with this name. */
  CountChart ofCounts() {
    return CountChart.valueOf(name());
  }

  /** Name, version and source for the answer. */
  String method() {
    return isOfValues() ? MeanRangeChart.METHOD : ofCounts().method();
  }
}
