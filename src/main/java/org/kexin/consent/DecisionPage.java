package org.kexin.consent;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A part of the decisions of one person. */
@Schema(
    name = "ConsentDecisionPage",
    description = "A part of the decisions of one person, last recorded first.")
record DecisionPage(
    @Schema(maxItems = 200) List<DecisionView> items,
    @Schema(
            description = "Where to go on; absent on the last page.",
            examples = "q1rW0X3n8rIBkvHE",
            maxLength = 200)
        @Nullable String nextPageToken,
    @Schema(
            description = "Members left out by the access policy.",
            examples = "[\"consentHistory\"]",
            maxItems = 20)
        List<@Size(max = 100) String> masked) {

  /** Copies the lists. */
  DecisionPage {
    items = List.copyOf(items);
    masked = List.copyOf(masked);
  }
}
