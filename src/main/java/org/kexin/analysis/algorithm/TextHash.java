package org.kexin.analysis.algorithm;

/**
 * Hashes of 64 bits that stand for texts where keeping all texts would cost too much memory. Among
 * n different texts a collision has a probability of about n² / 2⁶⁵: 3 in a million for ten
 * million. They are the same on every machine, so results can be had again; they keep nobody out
 * who constructs a collision on purpose, and they hide no text.
 */
public final class TextHash {

  /** Two to choose from, for who needs 128 bits. */
  public enum Lane {
    FIRST(0x9E37_79B9_7F4A_7C15L, 0x2545_F491_4F6C_DD1DL),
    SECOND(0xC2B2_AE3D_27D4_EB4FL, 0x1656_67B1_9E37_79F9L);

    private final long multiplier;
    private final long start;

    Lane(long multiplier, long start) {
      this.multiplier = multiplier;
      this.start = start;
    }
  }

  private TextHash() {}

  /**
   * The hash of a text. Each step is a bijection of the state, so texts of equal length that differ
   * in one place never collide.
   */
  public static long of(CharSequence text, Lane lane) {
    long hash = lane.start;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      hash = step(hash, text.charAt(i), lane);
    }
    return finished(hash ^ length);
  }

  /** The hash of a sequence, from that of what came before and that of its next part. */
  public static long join(long before, long next, Lane lane) {
    return finished(step(before, next, lane));
  }

  private static long step(long hash, long next, Lane lane) {
    long product = (hash ^ next) * lane.multiplier;
    return product ^ product >>> 32;
  }

  /** The last round of SplitMix64 (Steele, Lea, Flood 2014): every bit depends on every other. */
  private static long finished(long hash) {
    long mixed = (hash ^ hash >>> 30) * 0xBF58_476D_1CE4_E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
    return mixed ^ mixed >>> 31;
  }
}
