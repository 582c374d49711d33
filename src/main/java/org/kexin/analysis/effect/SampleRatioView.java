package org.kexin.analysis.effect;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.experiment.SampleRatio;

/** Whether the arms have the sizes that were planned; to be read before any effect. */
@Schema(
    name = "SampleRatio",
    description =
        "Whether the arms have the sizes that were planned (样本比例检查); to be read before any effect.")
public record SampleRatioView(
    @Schema(
            description = "Whether p is below .01, so that no effect can be trusted.",
            examples = "false")
        boolean mismatch,
    @Schema(examples = "0.1991") @Nullable Double chiSquare,
    @Schema(examples = "0.9052") @Nullable Double pValue,
    @Schema(maxItems = 20) List<ArmSize> arms,
    @Schema(description = "Figures that do not exist.", maxItems = 20) List<Absent> absent) {

  /** The size of one arm. */
  @Schema(description = "The size of one arm.")
  public record ArmSize(
      @Schema(examples = "TARGET", maxLength = 100) String name,
      @Schema(examples = "904", minimum = "0") long observed,
      @Schema(description = "By the planned shares.", examples = "900.9") double expected) {}

  static SampleRatioView of(SampleRatio ratio) {
    Figures figures = new Figures();
    return new SampleRatioView(
        ratio.mismatch(),
        figures.number("chiSquare", ratio.chiSquare()),
        figures.number("pValue", ratio.pValue()),
        ratio.arms().stream()
            .map(arm -> new ArmSize(arm.name(), arm.observed(), arm.expected()))
            .toList(),
        figures.absent());
  }
}
