package org.kexin.consent;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.access.ConsentedUse;

/** One decision of a person, as it was recorded. */
@Schema(name = "ConsentDecision", description = "One decision of a person, as it was recorded.")
record DecisionView(
    UUID id,
    ConsentedUse use,
    @Schema(description = "For MARKETING only; absent for all channels.")
        @Nullable ConsentChannel channel,
    Verdict verdict,
    Instant decidedAt,
    @Schema(description = "From when on it is agreed to no longer.") @Nullable Instant validUntil,
    GivenBy givenBy,
    @Schema(description = "The notice that the person saw.") @Nullable UUID noticeId,
    @Nullable Evidence evidence,
    CollectedThrough collectedThrough,
    Instant recordedAt,
    @Schema(
            description = "User id of the member of staff; absent where the person did it.",
            examples = "6f1d2c1e-8a43-4f0e-9a66-1f0d8f5f7a10",
            maxLength = 255)
        @Nullable String recordedBy) {

  static DecisionView of(RecordedDecision decision) {
    return of(decision, decision.recordedBy());
  }

  /** As the person is given it: members of staff are persons too. */
  static DecisionView withoutStaff(RecordedDecision decision) {
    return of(decision, null);
  }

  private static DecisionView of(RecordedDecision decision, @Nullable String recordedBy) {
    Choice choice = decision.choice();
    return new DecisionView(
        choice.id(),
        choice.use(),
        choice.channel(),
        choice.verdict(),
        choice.decidedAt(),
        choice.validUntil(),
        decision.givenBy(),
        decision.noticeId(),
        decision.evidence(),
        decision.collectedThrough(),
        decision.recordedAt(),
        recordedBy);
  }
}
