package org.kexin.analysis.effect;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.experiment.WelchTest;

/** How a mean differs from that of the control group, treated minus control (Welch). */
@Schema(description = "How a mean differs from that of the control group (均值差异), by Welch's t.")
public record MeanDifference(
    @Schema(description = "Treated minus control.", examples = "0.769827")
        @Nullable Double difference,
    @Schema(examples = "0.145247") @Nullable Double standardError,
    @Schema(examples = "5.300140") @Nullable Double t,
    @Schema(description = "Of Welch and Satterthwaite.", examples = "36671.158")
        @Nullable Double degreesOfFreedom,
    @Schema(description = "Two-sided, of t.", examples = "1.164e-07") @Nullable Double pValue,
    @Schema(
            description =
                "After Holm; all p values of this answer but those of ranks are one family.",
            examples = "1.164e-07")
        @Nullable Double adjustedPValue,
    @Schema(description = "Of the difference.") @Nullable ConfidenceInterval interval,
    @Schema(description = "Figures that do not exist.", maxItems = 20) List<Absent> absent) {

  static MeanDifference of(WelchTest test, Measure<Double> adjusted) {
    Figures figures = new Figures();
    return new MeanDifference(
        figures.number("difference", test.difference()),
        figures.number("standardError", test.standardError()),
        figures.number("t", test.t()),
        figures.number("degreesOfFreedom", test.degreesOfFreedom()),
        figures.number("pValue", test.pValue()),
        figures.number("adjustedPValue", adjusted),
        figures.interval("interval", test.interval()),
        figures.absent());
  }
}
