package org.kexin.access;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.audit.JustificationView;
import org.kexin.shared.Page;

/** A part of the accesses beyond role and purpose, newest first. */
@Schema(description = "A part of the accesses beyond role and purpose, newest first.")
public record JustificationPage(
    @Schema(maxItems = 200) List<JustificationView> items,
    @Schema(
            description = "Where to go on; absent on the last page.",
            examples = "q1rW0X3n8rIBkvHE",
            maxLength = 200)
        @Nullable String nextPageToken) {

  static JustificationPage of(Page<JustificationView> page) {
    return new JustificationPage(page.items(), page.nextPageToken());
  }
}
