package org.kexin.consent;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.access.ConsentedUse;

/** A decision that a person takes by themselves, in the application. */
@Schema(
    name = "OwnConsentDecision",
    description = "My decision about one use. To withdraw, use and verdict are enough.")
record OwnDecision(
    @NotNull ConsentedUse use,
    @Schema(description = "For MARKETING only; absent for all channels.")
        @Nullable ConsentChannel channel,
    @NotNull Verdict verdict,
    @Schema(description = "The notice that I was shown; needed to give.") @Nullable UUID noticeId,
    @Schema(
            description = "From when on I agree no longer; absent for no end.",
            examples = "2028-03-01T00:00:00Z")
        @Nullable Instant validUntil) {

  /** The same, with the application as the evidence. */
  NewDecision document() {
    return new NewDecision(
        use,
        channel,
        verdict,
        noticeId,
        new Evidence(Evidence.Kind.APP, null),
        CollectedThrough.APP,
        GivenBy.PERSON,
        null,
        validUntil);
  }
}
