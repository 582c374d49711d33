package org.kexin.analysis.effect;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.experiment.MannWhitney;

/** Whether the treated tend to larger values than the control group (Mann-Whitney). */
@Schema(description = "Whether the treated tend to larger values than the control group.")
public record RankComparison(
    @Schema(description = "Pairs won by the treated, a tie as half.", examples = "228527081")
        @Nullable Double u,
    @Schema(
            description = "Probability that a treated has the larger value, ties as half.",
            examples = "0.5034")
        @Nullable Double superiority,
    @Schema(examples = "7.37") @Nullable Double z,
    @Schema(description = "Two-sided, not adjusted.", examples = "1.58e-13")
        @Nullable Double pValue,
    @Schema(description = "Figures that do not exist.", maxItems = 20) List<Absent> absent) {

  static RankComparison of(MannWhitney test) {
    Figures figures = new Figures();
    return new RankComparison(
        figures.number("u", test.u()),
        figures.number("superiority", test.superiority()),
        figures.number("z", test.z()),
        figures.number("pValue", test.pValue()),
        figures.absent());
  }
}
