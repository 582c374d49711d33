package org.kexin.analysis.algorithm.lifetime;

import org.kexin.analysis.algorithm.Measure;

/**
 * What is expected of one customer within the horizon of {@link LifetimeValue}. An estimate for a
 * group of customers like this one; a single customer may differ widely.
 *
 * @param history what it is based on
 * @param recency time since the last purchase, in the unit of the history. To be shown beside the
 *     probability
 * @param probabilityAlive that the customer has not left, 0 to 1
 * @param aliveIsEvidence false when that probability is 1 by assumption of the model; see {@link
 *     PurchaseModel#aliveIsEvidence}
 * @param expectedPurchases within the horizon
 * @param meanValue E[M | x, z], in currency units
 * @param lifetimeValue CLV = P(alive) × V, in currency units, where V is the value, discounted and
 *     times the margin, of the purchases within the horizon if the customer has not left
 * @param valueAtRisk (1 − P(alive)) × V: the part of V that is lost if nothing is done, since the
 *     customer may have left already. With the lifetime value it adds up to V
 * @param <K> identity of a customer
 */
public record CustomerOutlook<K>(
    K customer,
    PurchaseHistory history,
    double recency,
    double probabilityAlive,
    boolean aliveIsEvidence,
    double expectedPurchases,
    Measure<Double> meanValue,
    Measure<Double> lifetimeValue,
    Measure<Double> valueAtRisk) {}
