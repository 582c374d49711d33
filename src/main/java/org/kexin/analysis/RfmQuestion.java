package org.kexin.analysis;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Rfm;
import org.kexin.shared.ProblemException;

/**
 * What an RFM analysis is asked.
 *
 * @param referenceDate day that recency is counted to, and the last that counts; null for that of
 *     the facts
 */
record RfmQuestion(SalesQuery sales, Rfm.Method method, @Nullable LocalDate referenceDate) {

  /**
   * Reads the parameters.
   *
   * @throws ProblemException {@code parameter-invalid} if one is not what it must be
   */
  static RfmQuestion of(SalesParameters sales, RfmParameters rfm) {
    return new RfmQuestion(
        SalesQuery.of(sales, rfm.referenceDate(), null), rfm.scoring(), rfm.referenceDate());
  }
}
