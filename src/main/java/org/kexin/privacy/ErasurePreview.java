package org.kexin.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kexin.shared.person.FieldOutcome;

/** What an erasure would do; nothing was changed. */
@Schema(description = "What an erasure would do; nothing was changed (删除预演).")
record ErasurePreview(
    @Schema(description = "Send it back to have it done.") UUID previewId,
    @Schema(description = "Until when that can be done.") Instant goodUntil,
    @Schema(maxItems = 500) List<FieldOutcome> outcomes) {

  /** Copies the outcomes. */
  ErasurePreview {
    outcomes = List.copyOf(outcomes);
  }
}
