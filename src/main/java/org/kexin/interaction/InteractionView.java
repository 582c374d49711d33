package org.kexin.interaction;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Look;

/** A contact as one caller may see it. */
@Schema(name = "Interaction", description = "A contact as the caller may see it (互动).")
record InteractionView(
    UUID id,
    UUID customerId,
    @Nullable InteractionKind kind,
    @Nullable Direction direction,
    @Nullable InteractionChannel channel,
    @Nullable Occasion occasion,
    @Schema(examples = "2026-03-01T08:26:00Z") @Nullable Instant occurredAt,
    @Nullable UUID productId,
    @Nullable UUID transactionId,
    @Schema(examples = "Asks when the lantern comes.", maxLength = NewInteraction.MAX_SUBJECT_CHARS)
        @Nullable String subject,
    @Schema(
            description = "Not in lists.",
            examples = "Promised to call back on Friday.",
            maxLength = NewInteraction.MAX_NOTES_CHARS)
        @Nullable String notes,
    @Schema(description = "Of consultations and objections only.") @Nullable HandlingState state,
    @Nullable HandlingOutcome outcome,
    @Schema(
            description = "Not in lists.",
            examples = "Explained the terms of delivery.",
            maxLength = NewInteraction.MAX_NOTES_CHARS)
        @Nullable String handling,
    @Nullable Instant handledAt,
    Instant recordedAt,
    @Schema(description = "Number of the version; its ETag is this in quotes.", minimum = "0")
        long version,
    @Schema(
            description = "Members left out by the access policy.",
            examples = "[\"subject\"]",
            maxItems = 20)
        List<@Size(max = 100) String> masked) {

  static InteractionView of(Interaction interaction, Look look, boolean withTexts) {
    return new InteractionView(
        interaction.id(),
        interaction.customerId(),
        look.showOrHide("kind", BEHAVIOUR, interaction.kind()),
        look.showOrHide("direction", BEHAVIOUR, interaction.direction()),
        look.showOrHide("channel", BEHAVIOUR, interaction.channel()),
        look.showOrHide("occasion", BEHAVIOUR, interaction.occasion()),
        look.showOrHide("occurredAt", BEHAVIOUR, interaction.occurredAt()),
        look.showOrHide("productId", BEHAVIOUR, interaction.productId()),
        look.showOrHide("transactionId", BEHAVIOUR, interaction.transactionId()),
        look.showOrHide("subject", BEHAVIOUR, interaction.subject()),
        withTexts ? look.showOrHide("notes", BEHAVIOUR, interaction.notes()) : null,
        look.showOrHide("state", BEHAVIOUR, interaction.state()),
        look.showOrHide("outcome", BEHAVIOUR, interaction.outcome()),
        withTexts ? look.showOrHide("handling", BEHAVIOUR, interaction.handling()) : null,
        look.showOrHide("handledAt", BEHAVIOUR, interaction.handledAt()),
        interaction.recordedAt(),
        interaction.version(),
        look.masked());
  }
}
