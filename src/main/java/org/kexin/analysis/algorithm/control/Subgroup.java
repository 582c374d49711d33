package org.kexin.analysis.algorithm.control;

/**
 * One sample or period of a chart of counts.
 *
 * @param label names it, such as a month
 * @param count defectives, defects or complaints, 0 or more
 * @param size units inspected, sold or served, 0 or more; may be a fraction for rates. 0 means that
 *     there is nothing to judge
 */
public record Subgroup(String label, long count, double size) {

  /**
   * @throws IllegalArgumentException if the count or the size is negative, or the size not finite
   */
  public Subgroup {
    if (count < 0 || !(size >= 0 && Double.isFinite(size))) {
      throw new IllegalArgumentException("not a subgroup: " + count + " of " + size);
    }
  }
}
