package org.kexin.sample;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The chances of one customer. The constant seed and the external id decide every draw, so a
 * customer is the same whichever others are made before it. Not thread-safe; a customer has its
 * own.
 */
final class Draw {

  private static final long SEED = 0x6b_65_78_69_6eL;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final int HUNDRED = 100;

  private final String externalId;
  private final SplittableRandom random;

  Draw(String externalId) {
    this.externalId = externalId;
    this.random = new SplittableRandom(SEED ^ fnv1a(externalId));
  }

  String externalId() {
    return externalId;
  }

  /** Evenly from 0 (inclusive) to the bound (exclusive). */
  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean chance(int percent) {
    return random.nextInt(HUNDRED) < percent;
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** The head of the list far more often than its tail, as with surnames. */
  <T> T common(List<T> choices) {
    double skewed = random.nextDouble() * random.nextDouble();
    return choices.get((int) (skewed * choices.size()));
  }

  /** So many characters of the alphabet, each drawn evenly. */
  String characters(String alphabet, int count) {
    StringBuilder drawn = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      drawn.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return drawn.toString();
  }

  String digits(int count) {
    return characters("0123456789", count);
  }

  /** FNV-1a of 64 bits: String.hashCode has 32 and gives neighbouring ids neighbouring values. */
  private static long fnv1a(String text) {
    long hash = FNV_OFFSET;
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (octet & 0xff)) * FNV_PRIME;
    }
    return hash;
  }
}
