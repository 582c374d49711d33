package org.kexin.analysis.effect;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Measure;
import org.kexin.analysis.algorithm.experiment.TwoProportions;

/** How a share differs from that of the control group, treated minus control. */
@Schema(description = "How a share differs from that of the control group (转化率差异).")
public record ShareDifference(
    @Schema(description = "Treated minus control, -1 to 1.", examples = "0.07658956")
        @Nullable Double difference,
    @Schema(description = "With pooled variance.", examples = "22.486041") @Nullable Double z,
    @Schema(description = "Two-sided, of z.", examples = "5.685e-112") @Nullable Double pValue,
    @Schema(
            description =
                "After Holm; all p values of this answer but those of ranks are one family.",
            examples = "1.137e-111")
        @Nullable Double adjustedPValue,
    @Schema(description = "Newcombe (1998), method 10; the interval to report.")
        @Nullable ConfidenceInterval newcombe,
    @Schema(description = "Difference ± z·s; misleading near 0 and 1.")
        @Nullable ConfidenceInterval wald,
    @Schema(description = "Of the 2 × 2 table.", examples = "505.622032")
        @Nullable Double chiSquare,
    @Schema(description = "The same with the correction of Yates.", examples = "505.002532")
        @Nullable Double yatesChiSquare,
    @Schema(description = "Of yatesChiSquare.", examples = "7.755e-112")
        @Nullable Double yatesPValue,
    @Schema(description = "Treated / control - 1; 0.2 is a fifth more.", examples = "0.721405")
        @Nullable Double relativeUplift,
    @Schema(description = "Of relativeUplift, from the log ratio.")
        @Nullable ConfidenceInterval relativeInterval,
    @Schema(description = "Figures that do not exist.", maxItems = 20) List<Absent> absent) {

  static ShareDifference of(TwoProportions test, Measure<Double> adjusted) {
    Figures figures = new Figures();
    TwoProportions.ChiSquare plain = figures.note("chiSquare", test.chiSquare());
    TwoProportions.ChiSquare yates = figures.note("yatesChiSquare", test.yates());
    return new ShareDifference(
        figures.number("difference", test.difference()),
        figures.number("z", test.z()),
        figures.number("pValue", test.pValue()),
        figures.number("adjustedPValue", adjusted),
        figures.interval("newcombe", test.newcombe()),
        figures.interval("wald", test.wald()),
        plain == null ? null : plain.statistic(),
        yates == null ? null : yates.statistic(),
        yates == null ? null : yates.pValue(),
        figures.number("relativeUplift", test.relativeUplift()),
        figures.interval("relativeInterval", test.relativeInterval()),
        figures.absent());
  }
}
