package org.kexin.analysis.insight;

import java.util.List;
import java.util.UUID;

/**
 * An analysis that has something to say of one customer. Asked only where the caller may see it and
 * the customer does not object, within a transaction that reads.
 */
public interface InsightSource {

  /**
   * What it says, in a stated order; an insight without a value where there is not enough to go by.
   * Takes some indexed reads of the customer's own facts, and no pass over those of others.
   */
  List<Insight> about(UUID customer);
}
