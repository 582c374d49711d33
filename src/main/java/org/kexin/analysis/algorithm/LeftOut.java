package org.kexin.analysis.algorithm;

import java.util.ArrayList;
import java.util.List;

/**
 * How much an analysis left out, and why.
 *
 * @param reason its code says what was counted: transactions or customers
 * @param count at least 1; what left nothing out is not listed
 */
public record LeftOut(Reason reason, long count) {

  /**
   * @throws IllegalArgumentException if count is less than 1
   */
  public LeftOut {
    if (count < 1) {
      throw new IllegalArgumentException("nothing was left out: " + count);
    }
  }

  /** Collects entries and drops those that count nothing. */
  public static final class Entries {
    private final List<LeftOut> entries = new ArrayList<>();

    /** Adds an entry unless it counts nothing. */
    public Entries add(Reason reason, long count) {
      if (count > 0) {
        entries.add(new LeftOut(reason, count));
      }
      return this;
    }

    /** The entries in the order they were added. */
    public List<LeftOut> toList() {
      return List.copyOf(entries);
    }
  }
}
