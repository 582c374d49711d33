package org.kexin.exchange;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What became of a batch of rows.
 *
 * @param accepted rows that changed something
 * @param unchanged rows that said what was known
 * @param refusals rows that could not be used
 * @param persons customers whose facts the rows hold
 */
record Outcome(long accepted, long unchanged, List<Refusal> refusals, Set<UUID> persons) {

  /**
   * @throws IllegalArgumentException if a count is negative
   */
  Outcome {
    if (accepted < 0 || unchanged < 0) {
      throw new IllegalArgumentException("Counts of rows are never negative.");
    }
    refusals = List.copyOf(refusals);
    persons = Set.copyOf(persons);
  }

  /** Of rows that hold nobody's facts. */
  Outcome(long accepted, long unchanged, List<Refusal> refusals) {
    this(accepted, unchanged, refusals, Set.of());
  }

  /** Rows that were dealt with. */
  long rows() {
    return accepted + unchanged + refusals.size();
  }
}
