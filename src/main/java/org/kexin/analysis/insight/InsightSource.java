package org.kexin.analysis.insight;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kexin.access.AttributeClass;

/**
 * An analysis that has something to say of one customer. Asked only where the caller may see it and
 * the customer does not object, within a transaction that reads.
 */
public interface InsightSource {

  /**
   * The most delicate class of the facts that it derives from: who may not see these may not see
   * what follows from them. Whatever it is, nobody sees an insight who may not see {@link
   * AttributeClass#BEHAVIOUR}.
   */
  default AttributeClass derivesFrom() {
    return AttributeClass.BEHAVIOUR;
  }

  /**
   * Codes of what it would say of the customer, for who may not see it and is told that there is
   * something. Opens nothing of the class that it derives from. Asked only where that is another
   * one than {@link AttributeClass#BEHAVIOUR}.
   */
  default Set<String> codesOf(UUID customer) {
    return Set.of();
  }

  /**
   * What it says, in a stated order; an insight without a value where there is not enough to go by.
   * Takes some indexed reads of the customer's own facts, and no pass over those of others.
   */
  List<Insight> about(UUID customer);
}
