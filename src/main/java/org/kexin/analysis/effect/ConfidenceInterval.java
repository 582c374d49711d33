package org.kexin.analysis.effect;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kexin.analysis.algorithm.Interval;

/** A confidence interval (置信区间). */
@Schema(description = "A confidence interval (置信区间).")
public record ConfidenceInterval(
    @Schema(examples = "0.0699533") double lower,
    @Schema(examples = "0.0832267") double upper,
    @Schema(description = "Confidence.", examples = "0.95") double level) {

  static ConfidenceInterval of(Interval interval) {
    return new ConfidenceInterval(interval.lower(), interval.upper(), interval.level());
  }
}
