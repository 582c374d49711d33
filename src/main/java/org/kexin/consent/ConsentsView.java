package org.kexin.consent;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one person agrees to at present, for every use and channel. */
@Schema(
    name = "Consents",
    description = "What one person agrees to at present, for every use and channel (同意状态).")
record ConsentsView(
    @Schema(description = "Every use; marketing once for each channel.", maxItems = 50)
        List<ConsentView> items,
    @Schema(
            description = "Members left out by the access policy.",
            examples = "[\"consents\"]",
            maxItems = 20)
        List<@Size(max = 100) String> masked) {

  /** Copies the lists. */
  ConsentsView {
    items = List.copyOf(items);
    masked = List.copyOf(masked);
  }
}
