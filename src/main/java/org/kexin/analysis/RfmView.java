package org.kexin.analysis;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.http.Drawn;

/** Recency, frequency, monetary value: how customers spread over scores and segments. */
@Schema(description = "RFM: how customers spread over scores and segments (RFM 分析).")
public record RfmView(
    About about,
    @Schema(
            description = "What recency, frequency and monetary value mean here.",
            examples = "R: days from the last order to the reference date …",
            maxLength = 1000)
        String definition,
    @Schema(
            description = "Customers scored; absent where they are too few to show.",
            examples = "4338")
        @Nullable Long customers,
    @Schema(description = "Absent where there are no scores, or too few customers to show them.")
        @Nullable Thresholds thresholds,
    @Schema(maxItems = 5) List<ScoreCount> recencyHistogram,
    @Schema(maxItems = 5) List<ScoreCount> frequencyHistogram,
    @Schema(maxItems = 5) List<ScoreCount> monetaryHistogram,
    @Schema(maxItems = 100) List<Segment> segments,
    @Schema(
            description = "Rules of the segment table that no customer can ever reach.",
            maxItems = 100)
        List<@Size(max = 100) String> unreachableSegments)
    implements Drawn {

  @Override
  public String svg(Locale language) {
    return SalesCharts.rfm(this).svg(language);
  }

  /** Where one score ends and the next begins. */
  @Schema(description = "Where one score ends and the next begins, ascending.")
  public record Thresholds(
      @Schema(maxItems = 4, examples = "[\"115\",\"181\",\"297.4\",\"482\"]")
          List<@Size(max = 100) String> recency,
      @Schema(maxItems = 4, examples = "[\"4\",\"5\",\"6\",\"8\"]")
          List<@Size(max = 100) String> frequency,
      @Schema(maxItems = 4, examples = "[\"255.8\",\"382\",\"506.4\",\"666\"]")
          List<@Size(max = 100) String> monetary) {}

  /** Customers with one score; absent where the group is too small to show. */
  @Schema(description = "Customers with one score; the count is absent for too small a group.")
  public record ScoreCount(
      @Schema(examples = "5", minimum = "1", maximum = "5") int score,
      @Schema(examples = "868") @Nullable Long customers) {}

  /** One segment; figures are absent where the group is too small to show. */
  @Schema(description = "One segment; figures are absent where the group is too small to show.")
  public record Segment(
      @Schema(examples = "Champions", maxLength = 100) String name,
      @Schema(examples = "158") @Nullable Long customers,
      @Schema(examples = "1234") @Nullable Long orders,
      @Schema(examples = "120178", maxLength = 40) @Nullable String revenue) {}

  /** One customer's figures and scores. */
  @Schema(description = "One customer's figures and scores.")
  public record CustomerScore(
      UUID customerId,
      LocalDate lastDay,
      @Schema(description = "R: days since the last order.", examples = "2") long recencyDays,
      @Schema(description = "F: orders.", examples = "73") long orders,
      @Schema(description = "M: their value.", examples = "280206.02", maxLength = 40)
          String amount,
      @Schema(examples = "5", minimum = "1", maximum = "5") int recencyScore,
      @Schema(examples = "5", minimum = "1", maximum = "5") int frequencyScore,
      @Schema(examples = "5", minimum = "1", maximum = "5") int monetaryScore,
      @Schema(examples = "Champions", maxLength = 100) String segment) {}

  /** A part of the customers' scores. */
  @Schema(description = "A part of the customers' scores, by customer id.")
  public record ScorePage(
      About about,
      @Schema(maxItems = 200) List<CustomerScore> items,
      @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
          @Nullable String nextPageToken) {}
}
