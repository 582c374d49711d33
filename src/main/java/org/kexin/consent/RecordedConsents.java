package org.kexin.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to recording: which decisions were made of what was sent, never what they say. */
@Schema(description = "What was recorded; read the consents to see what follows from it.")
record RecordedConsents(
    @Schema(description = "Ids of the decisions, in their order.", maxItems = NewDecisions.MAX)
        List<UUID> decisionIds,
    Instant recordedAt) {

  /** Copies the ids. */
  RecordedConsents {
    decisionIds = List.copyOf(decisionIds);
  }
}
