package org.kexin.consent;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.access.ConsentedUse;

/**
 * The part of a decision from which follows what is allowed.
 *
 * @param id of the decision
 * @param channel for {@link ConsentedUse#MARKETING} only; null for all channels
 * @param decidedAt when the person decided
 * @param validUntil the first moment at which it is agreed to no longer; null without end, and
 *     always for {@link Verdict#WITHDRAWN}
 */
record Choice(
    UUID id,
    ConsentedUse use,
    @Nullable ConsentChannel channel,
    Verdict verdict,
    Instant decidedAt,
    @Nullable Instant validUntil) {

  /**
   * @throws IllegalArgumentException if a channel is named for another use than marketing, or an
   *     end for a withdrawal
   */
  Choice {
    if (channel != null && use != ConsentedUse.MARKETING) {
      throw new IllegalArgumentException("Only marketing has channels.");
    }
    if (validUntil != null && verdict == Verdict.WITHDRAWN) {
      throw new IllegalArgumentException("A withdrawal does not end by itself.");
    }
  }

  /** Whether it speaks about this use through this channel. */
  boolean covers(ConsentedUse askedUse, @Nullable ConsentChannel askedChannel) {
    return use == askedUse && (channel == null || channel == askedChannel);
  }

  /** How matters stand at a moment, were this the last word. */
  Standing standingAt(Instant moment) {
    if (verdict == Verdict.WITHDRAWN) {
      return Standing.WITHDRAWN;
    }
    return validUntil == null || moment.isBefore(validUntil) ? Standing.GIVEN : Standing.EXPIRED;
  }
}
