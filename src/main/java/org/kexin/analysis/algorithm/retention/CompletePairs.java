package org.kexin.analysis.algorithm.retention;

import java.math.BigDecimal;
import java.util.List;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.retention.RetentionResult.Period;

/**
 * Sums over two periods in a row that were both observed whole: a part of a period retains fewer
 * than the whole would.
 *
 * @param pairs number of pairs
 * @param customers of the earlier periods
 * @param retained in the later ones
 * @param retainedRevenue in the later ones, in currency units
 */
record CompletePairs(long pairs, long customers, long retained, BigDecimal retainedRevenue) {

  static CompletePairs of(List<Period> periods) {
    long pairs = 0;
    long customers = 0;
    long retained = 0;
    BigDecimal revenue = BigDecimal.ZERO;
    for (int i = 1; i < periods.size(); i++) {
      if (periods.get(i - 1).complete() && periods.get(i).complete()) {
        pairs++;
        customers += periods.get(i - 1).customers();
        retained += periods.get(i).retained();
        revenue = revenue.add(periods.get(i).retainedRevenue());
      }
    }
    return new CompletePairs(pairs, customers, retained, revenue);
  }

  Measure<Double> rate() {
    return PeriodCounts.share(retained, customers, RetentionResult.NO_COMPLETE_PAIR);
  }
}
