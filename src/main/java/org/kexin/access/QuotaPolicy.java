package org.kexin.access;

import java.time.Duration;

/**
 * A quota as callers are told of it, in the fields of draft-ietf-httpapi-ratelimit-headers-10.
 *
 * @param name letters, digits and hyphens, so that it needs no escaping in a header
 * @param quota units in a window, at least 1
 * @param perPerson whether a unit is a person shown, not a request. The draft's parameter {@code
 *     qu} knows only registered units, so ours has the prefix that the draft asks for.
 */
record QuotaPolicy(String name, long quota, Duration window, boolean perPerson) {

  private static final long NANOS = 1_000_000_000;

  QuotaPolicy {
    if (quota < 1) {
      throw new IllegalArgumentException("A quota of " + name + " is at least 1.");
    }
  }

  static QuotaPolicy requests(long quota, Duration window) {
    return new QuotaPolicy("requests", quota, window, false);
  }

  static QuotaPolicy persons(String name, long quota, Duration window) {
    return new QuotaPolicy(name, quota, window, true);
  }

  /** A member of {@code RateLimit-Policy}. */
  String text() {
    String units = perPerson ? ";kexin-unit=\"persons\"" : "";
    return '"' + name + "\";q=" + quota + ";w=" + window.toSeconds() + units;
  }

  /**
   * A member of {@code RateLimit}.
   *
   * @param left at least 0
   * @param seconds until more is there
   */
  String left(long left, long seconds) {
    return '"' + name + "\";r=" + Math.max(0, left) + ";t=" + seconds;
  }

  /** Whole seconds, rounded up; a request larger than the quota would wait for ever. */
  long secondsToWait(long nanos) {
    long seconds = nanos / NANOS + (nanos % NANOS == 0 ? 0 : 1);
    return Math.clamp(seconds, 1, window.toSeconds());
  }
}
