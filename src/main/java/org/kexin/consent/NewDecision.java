package org.kexin.consent;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.access.ConsentedUse;

/**
 * A decision to be recorded: one use, so that nobody can be made to agree to two at once (PIPL
 * articles 14, 23 and 29).
 *
 * @param decidedAt null for now; a withdrawal always counts from now
 */
@Schema(
    name = "NewConsentDecision",
    description = "A decision about one use. To withdraw, use and verdict are enough.")
record NewDecision(
    @NotNull ConsentedUse use,
    @Schema(description = "For MARKETING only; absent for all channels.")
        @Nullable ConsentChannel channel,
    @NotNull Verdict verdict,
    @Schema(description = "The notice that the person saw; needed to give.")
        @Nullable UUID noticeId,
    @Schema(description = "Needed to give.") @Valid @Nullable Evidence evidence,
    @NotNull CollectedThrough collectedThrough,
    @Schema(description = "PERSON when absent.", defaultValue = "PERSON") @NotNull GivenBy givenBy,
    @Schema(
            description =
                "When the person agreed, such as the day a form was signed; now when absent. A"
                    + " withdrawal counts from when it is recorded.",
            examples = "2026-03-01T08:26:00Z")
        @Nullable Instant decidedAt,
    @Schema(
            description = "From when on it is agreed to no longer; absent for no end.",
            examples = "2028-03-01T00:00:00Z")
        @Nullable Instant validUntil) {

  /** Who speaks for themselves need not say so. */
  NewDecision {
    givenBy = Objects.requireNonNullElse(givenBy, GivenBy.PERSON);
  }
}
