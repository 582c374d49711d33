package org.kexin.analysis.algorithm;

import java.math.BigInteger;

/**
 * An exact sum of products of non-negative longs in 128 bits, without an object per term. Neither
 * the weighted sum of a Gini coefficient nor a sum of squares can overflow it as long as the plain
 * sum of the values fits a long: Σ i·x ≤ n·Σx and Σ x² ≤ (Σx)².
 */
final class WideSum {

  private long high;
  private long low;

  /** Both factors zero or more. */
  void addProduct(long a, long b) {
    long productLow = a * b;
    low += productLow;
    high += Math.multiplyHigh(a, b);
    if (Long.compareUnsigned(low, productLow) < 0) {
      high++;
    }
  }

  BigInteger value() {
    BigInteger unsignedLow =
        BigInteger.valueOf(low >>> 1).shiftLeft(1).add(BigInteger.valueOf(low & 1));
    return BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(unsignedLow);
  }
}
