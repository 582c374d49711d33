package org.kexin.customer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody must see something of one customer in clear, where the path says what.
 *
 * @param reason without blanks around, which are no reason
 */
@Schema(description = "Why it must be seen in clear.")
public record UnmaskingReason(
    @Schema(
            description = "Why (理由); kept with the access record.",
            examples = "Credit limit is up for decision, request 4711.")
        @NotNull
        @Size(min = 10, max = 200)
        String reason) {

  /** Strips the reason. */
  public UnmaskingReason {
    reason = stripped(reason);
  }

  @SuppressWarnings("NullAway") // a missing value is Bean Validation's to report
  private static String stripped(@Nullable String text) {
    return text == null ? null : text.strip();
  }
}
