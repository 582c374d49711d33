package org.kexin.analysis.distribution;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.distribution.NumericSummary;

/** Shows a quantity, without what would tell of few. */
final class NumberViews {

  private static final int QUARTERS = 4;

  private NumberViews() {}

  static DistributionView.Numbers of(
      NumericSummary summary, List<Bins.Bin> bins, long customers, SmallGroups groups) {
    boolean ends = groups.individualsAllowed();
    boolean quartiles = groups.showsEach(customers, QUARTERS);
    return new DistributionView.Numbers(
        summary.n(),
        summary.mean().value(),
        summary.standardDeviation().value(),
        ends ? summary.min().value() : null,
        quartiles ? quantile(summary, 0) : null,
        quartiles ? quantile(summary, 1) : null,
        quartiles ? quantile(summary, 2) : null,
        ends ? summary.max().value() : null,
        summary.quantileError(),
        bins(bins, groups));
  }

  private static @Nullable Double quantile(NumericSummary summary, int index) {
    return summary.quantiles().get(index).value().value();
  }

  private static List<DistributionView.NumberBin> bins(List<Bins.Bin> bins, SmallGroups groups) {
    List<Boolean> shown = groups.shown(bins, Bins.Bin::customers);
    List<DistributionView.NumberBin> views = new ArrayList<>();
    for (int i = 0; i < bins.size(); i++) {
      Bins.Bin bin = bins.get(i);
      views.add(
          new DistributionView.NumberBin(
              bin.from(),
              bin.to(),
              shown.get(i) ? bin.values() : null,
              shown.get(i) ? bin.customers() : null));
    }
    return views;
  }
}
