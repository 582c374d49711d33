package org.kexin.consent;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.access.ConsentedUse;

/** How matters stand with one use, and the decision from which it follows. */
@Schema(
    name = "Consent",
    description = "How matters stand with one use, and the decision from which it follows.")
record ConsentView(
    ConsentedUse use,
    @Schema(description = "For MARKETING only.") @Nullable ConsentChannel channel,
    Standing standing,
    @Schema(description = "The decision that has the last word.") @Nullable UUID decisionId,
    @Nullable Instant decidedAt,
    @Schema(description = "From when on it is agreed to no longer.") @Nullable Instant validUntil,
    @Nullable GivenBy givenBy,
    @Schema(description = "The notice that the person saw.") @Nullable UUID noticeId,
    @Nullable Evidence evidence,
    @Nullable CollectedThrough collectedThrough) {

  static ConsentView of(
      ConsentedUse use,
      @Nullable ConsentChannel channel,
      Standing standing,
      Optional<RecordedDecision> lastWord) {
    return new ConsentView(
        use,
        channel,
        standing,
        lastWord.map(decision -> decision.choice().id()).orElse(null),
        lastWord.map(decision -> decision.choice().decidedAt()).orElse(null),
        lastWord.map(decision -> decision.choice().validUntil()).orElse(null),
        lastWord.map(RecordedDecision::givenBy).orElse(null),
        lastWord.map(RecordedDecision::noticeId).orElse(null),
        lastWord.map(RecordedDecision::evidence).orElse(null),
        lastWord.map(RecordedDecision::collectedThrough).orElse(null));
  }
}
