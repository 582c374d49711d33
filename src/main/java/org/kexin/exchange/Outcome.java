package org.kexin.exchange;

import java.util.List;

/**
 * What became of a batch of rows.
 *
 * @param accepted rows that changed something
 * @param unchanged rows that said what was known
 * @param refusals rows that could not be used
 */
record Outcome(long accepted, long unchanged, List<Refusal> refusals) {

  /**
   * @throws IllegalArgumentException if a count is negative
   */
  Outcome {
    if (accepted < 0 || unchanged < 0) {
      throw new IllegalArgumentException("Counts of rows are never negative.");
    }
    refusals = List.copyOf(refusals);
  }

  /** Rows that were dealt with. */
  long rows() {
    return accepted + unchanged + refusals.size();
  }
}
