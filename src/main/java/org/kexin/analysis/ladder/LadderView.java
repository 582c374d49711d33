package org.kexin.analysis.ladder;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.lifecycle.LifeCycleStage;
import org.kexin.shared.http.Drawn;

/** Where customers stand and how they moved (客户忠诚阶梯). */
@Schema(description = "Where customers stand and how they moved (生命周期阶梯).")
public record LadderView(
    About about,
    @Schema(
            description = "Customers with a stage; absent where they are too few to show.",
            examples = "4338")
        @Nullable Long customers,
    @Schema(description = "Every stage, from the first step on.", maxItems = 20)
        List<LadderStage> stages,
    @Schema(
            description = "Moves in the window of about, in the order of the stages.",
            maxItems = 400)
        List<LadderMoves> moves)
    implements Drawn {

  /** Copies the lists. */
  public LadderView {
    stages = List.copyOf(stages);
    moves = List.copyOf(moves);
  }

  @Override
  public String svg(Locale language) {
    return LadderCharts.ladder(this, language).svg(language);
  }

  /** One step of the ladder. */
  @Schema(description = "One step of the ladder.")
  public record LadderStage(
      LifeCycleStage stage,
      @Schema(description = "Absent for a group that is not shown.", examples = "1493")
          @Nullable Long customers,
      @Schema(description = "Of all with a stage, 0 to 1.", examples = "0.3442")
          @Nullable Double share) {}

  /** Moves from one stage to another. */
  @Schema(
      description = "Moves from one stage to another; figures are absent for too small a group.")
  public record LadderMoves(
      LifeCycleStage from,
      LifeCycleStage to,
      @Schema(examples = "73") @Nullable Long moves,
      @Schema(description = "Customers who made them, each once.", examples = "71")
          @Nullable Long customers) {}
}
