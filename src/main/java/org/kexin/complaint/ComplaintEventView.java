package org.kexin.complaint;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.encryption.DataKey;

/**
 * Something that happened to a complaint.
 *
 * @param userId null for the customer and the service, and where the customer reads it
 */
@Schema(name = "ComplaintEvent", description = "Something that happened to a complaint (处理记录).")
record ComplaintEventView(
    UUID id,
    EventKind kind,
    Instant occurredAt,
    ActorKind actor,
    @Schema(
            description = "Of the member of staff.",
            examples = "01932c00-0000-7000-8000-000000000101",
            maxLength = 255)
        @Nullable String userId,
    @Schema(description = "Of a warning or an escalation by time.") @Nullable ClockKind clock,
    @Schema(description = "Which run of the clock.", examples = "1", minimum = "1")
        @Nullable Integer run,
    @Schema(
            description = "A code that says more, such as the severity that it has now.",
            examples = "HIGH",
            maxLength = 64)
        @Nullable String detail,
    @Schema(
            description = "What was said or asked, or noted for colleagues.",
            examples = "The new lid is on its way.",
            maxLength = Texts.MAX_CHARS)
        @Nullable String text) {

  static ComplaintEventView of(ComplaintEvent event, @Nullable DataKey key) {
    return new ComplaintEventView(
        event.id(),
        event.kind(),
        event.occurredAt(),
        event.actor(),
        event.userId(),
        event.clock(),
        event.run(),
        event.detail(),
        Texts.open(key, Texts.NOTE, event.note()));
  }

  /** As the customer reads it: not which member of staff it was. */
  ComplaintEventView withoutStaff() {
    return new ComplaintEventView(id, kind, occurredAt, actor, null, clock, run, detail, text);
  }
}
