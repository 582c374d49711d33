package org.kexin.care;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Look;
import org.kexin.consent.ConsentChannel;

/** A task as one caller may see it. */
@Schema(name = "CareTask", description = "What somebody shall do for a customer (关怀任务).")
record CareTaskView(
    UUID id,
    UUID ruleId,
    UUID customerId,
    @Nullable CareKind kind,
    @Nullable ConsentChannel channel,
    @Schema(description = "Day of the occasion.", examples = "2026-03-02")
        @Nullable LocalDate dueOn,
    @Nullable CareTaskState state,
    @Schema(description = "Whether the caller claimed it.", examples = "false") boolean mine,
    @Nullable CareOutcome outcome,
    @Schema(
            description = "What was noted at its end.",
            examples = "Was glad, and asked about the new lamp.",
            maxLength = NewCareResult.MAX_NOTE_CHARS)
        @Nullable String note,
    Instant createdAt,
    @Nullable Instant endedAt,
    @Schema(description = "Number of the version; its ETag is this in quotes.", minimum = "0")
        long version,
    @Schema(
            description = "Members left out by the access policy.",
            examples = "[\"note\"]",
            maxItems = 20)
        List<@Size(max = 100) String> masked) {

  static CareTaskView of(CareTask task, Look look, boolean mine) {
    return new CareTaskView(
        task.id(),
        task.ruleId(),
        task.customerId(),
        look.showOrHide("kind", BEHAVIOUR, task.kind()),
        look.showOrHide("channel", BEHAVIOUR, task.channel()),
        look.showOrHide("dueOn", BEHAVIOUR, task.dueOn()),
        look.showOrHide("state", BEHAVIOUR, task.state()),
        mine,
        look.showOrHide("outcome", BEHAVIOUR, task.outcome()),
        look.showOrHide("note", BEHAVIOUR, task.note()),
        task.createdAt(),
        look.showOrHide("endedAt", BEHAVIOUR, task.endedAt()),
        task.version(),
        look.masked());
  }
}
