package org.kexin.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Page;

/** A part of the findings, newest first. */
@Schema(description = "A part of the findings, newest first.")
public record AuditFindingPage(
    @Schema(maxItems = 200) List<AuditFindingView> items,
    @Schema(
            description = "Where to go on; absent on the last page.",
            examples = "q1rW0X3n8rIBkvHE",
            maxLength = 200)
        @Nullable String nextPageToken) {

  static AuditFindingPage of(Page<AuditFindingView> page) {
    return new AuditFindingPage(page.items(), page.nextPageToken());
  }
}
