package org.kexin.analysis.effect;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kexin.analysis.algorithm.Reason;

/** What must be said beside an effect. */
@Schema(name = "EffectCaveat", description = "What must be said beside an effect.")
public record Caveat(
    @Schema(description = "Stable code.", examples = "NO_CONTROL_GROUP", maxLength = 100)
        String code,
    @Schema(
            description = "In words.",
            examples = "Without a control group the value is attributed to the promotion.",
            maxLength = 500)
        String detail) {

  static Caveat of(Reason reason) {
    return new Caveat(reason.code(), reason.detail());
  }
}
