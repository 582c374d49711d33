package org.kexin.analysis.effect;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kexin.analysis.algorithm.Reason;

/** A figure that does not exist, and why. */
@Schema(name = "AbsentFigure", description = "A figure that does not exist, and why.")
public record Absent(
    @Schema(description = "Member that is absent.", examples = "wald", maxLength = 60)
        String figure,
    @Schema(description = "Stable code.", examples = "NO_VARIATION", maxLength = 100) String code,
    @Schema(
            description = "The reason in words.",
            examples = "Both groups are all alike, so there is nothing to test.",
            maxLength = 500)
        String detail) {

  static Absent of(String figure, Reason reason) {
    return new Absent(figure, reason.code(), reason.detail());
  }
}
