package org.kexin.analysis.complaint;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.shared.http.Drawn;

/** What complaints tell. */
@Schema(description = "What complaints tell (投诉分析).")
public record ComplaintAnalysisView(
    About about,
    @Schema(description = "Complaints counted.", examples = "184") long complaints,
    @Schema(
            description = "By what was asked for, the most frequent first; the first 100.",
            maxItems = 100)
        List<Group> groups,
    Resolution resolution,
    Trend trend,
    Warning warning)
    implements Drawn {

  /** Copies the groups. */
  public ComplaintAnalysisView {
    groups = List.copyOf(groups);
  }

  @Override
  public String svg(Locale language) {
    return ComplaintCharts.trend(this).svg(language);
  }

  /** Complaints that have something in common. */
  @Schema(description = "Complaints that have something in common.")
  public record Group(
      @Schema(
              description = "Category, cause, or code of the product; NONE where none is known.",
              examples = "DAMAGED",
              maxLength = 200)
          String name,
      @Schema(description = "Absent for too small a group.", examples = "61")
          @Nullable Long complaints,
      @Schema(description = "Of all, 0 to 1.", examples = "0.3315") @Nullable Double share,
      @Schema(
              description = "Of this group and all before it, 0 to 1; absent after one held back.",
              examples = "0.3315")
          @Nullable Double cumulativeShare,
      @Schema(description = "Whether it is of the few that make 80 %; absent as the share above.")
          @Nullable Boolean vitalFew,
      @Schema(
              description = "Complaints for each thousand pieces sold; of products only.",
              examples = "2.41")
          @Nullable Double perThousandSold,
      @Nullable Warning warning) {}

  /** How long it takes. */
  @Schema(description = "How long complaints take, from receipt to resolution.")
  public record Resolution(
      @Schema(examples = "171") @Nullable Long resolved,
      @Schema(description = "Hours, type 7.", examples = "41.5") @Nullable Double medianHours,
      @Schema(description = "Hours within which nine of ten are resolved.", examples = "166.2")
          @Nullable Double ninetiethPercentileHours,
      @Schema(description = "Share of the resolved that were reopened.", examples = "0.0409")
          @Nullable Double reopenedShare,
      @Schema(description = "Mean rating of the settlement, 1 to 5.", examples = "3.8")
          @Nullable Double meanRating,
      @Schema(description = "Why figures are absent.", maxLength = 500) @Nullable String reason) {}

  /** A control chart over time. */
  @Schema(description = "Complaints by period against what chance alone would make (控制图).")
  public record Trend(
      @Schema(
              description = "u: complaints for each thousand orders; c: their number.",
              examples = "u",
              maxLength = 1)
          String chart,
      @Schema(examples = "u chart/1 (Montgomery)", maxLength = 200) String method,
      @Schema(description = "Its middle.", examples = "9.3") @Nullable Double centre,
      @Schema(description = "Every period from first to last.", maxItems = 1200) List<Point> points,
      @Schema(description = "Patterns that chance alone seldom makes.", maxItems = 1000)
          List<Signal> signals) {}

  /** One period; figures are absent where the group is too small to show. */
  @Schema(description = "One period; figures are absent where too few are behind them.")
  public record Point(
      @Schema(examples = "2026-03", maxLength = 8) String period,
      @Schema(examples = "14") @Nullable Long complaints,
      @Schema(examples = "1512") @Nullable Long orders,
      @Schema(description = "In the unit of the chart.", examples = "9.26") @Nullable Double value,
      @Nullable Double lower,
      @Nullable Double upper,
      boolean outOfControl,
      @Schema(description = "False for one that has not ended, which no limit is drawn from.")
          boolean complete) {}

  /** A pattern among the points. */
  @Schema(description = "A pattern among the points.")
  public record Signal(
      @Schema(examples = "BEYOND_LIMITS", maxLength = 60) String rule,
      @Schema(examples = "2026-03", maxLength = 8) String from,
      @Schema(examples = "2026-03", maxLength = 8) String to) {}

  /** Whether the rate rises. */
  @Schema(description = "Whether the rate rises (预警).")
  public record Warning(
      @Schema(
              description = "QUIET, RISING, SUBSIDED or UNDECIDED.",
              examples = "RISING",
              maxLength = 20)
          String state,
      @Schema(description = "Since which period.", examples = "2026-01", maxLength = 8)
          @Nullable String since,
      @Schema(description = "Rate since then against the usual one.", examples = "2.3")
          @Nullable Double riseRatio,
      @Schema(description = "What weakens it, or why nothing can be said.", maxItems = 10)
          List<@Size(max = 500) String> notes) {}
}
