package org.kexin.analysis.trend;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.forecast.ForecastMethod;
import org.kexin.analysis.algorithm.forecast.PeriodUnit;
import org.kexin.analysis.algorithm.forecast.TimeSeries;
import org.kexin.shared.ProblemException;

/** A series that the caller brings, and how to forecast it. */
@Schema(description = "A series of figures by period, and how to forecast it.")
public record GivenSeries(
    @Schema(
            description = "One for each period in the order of time; null where there is none.",
            examples = "[112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118]")
        @Size(min = 1, max = MOST_VALUES)
        @JsonSetter(contentNulls = Nulls.SET)
        List<@Nullable Double> values,
    @Schema(description = "What a value is of.", examples = "MONTH") PeriodUnit period,
    @Schema(description = "Any day of the first period.", examples = "1949-01-01")
        LocalDate firstDay,
    @Schema(description = "Chosen when absent.") @Nullable ForecastMethod method,
    @Schema(description = "How to choose a method; AICC when absent.", examples = "AICC")
        @Nullable ChoiceRule chooseBy,
    @Schema(
            description = "Periods ahead; when absent 4 quarters, 12 months, 52 weeks or 91 days.",
            examples = "12")
        @Nullable
        @Min(1)
        @Max(ForecastPlan.MOST_PERIODS)
        Integer horizon,
    @Schema(
            description =
                "Periods of a season, 1 for none; when absent 4 quarters, 12 months, 52 weeks or 7"
                    + " days.",
            examples = "12")
        @Nullable
        @Min(1)
        @Max(ForecastPlan.MOST_PERIODS)
        Integer season) {

  static final int MOST_VALUES = 5_000;

  /** Squares and their sums stay finite up to here. */
  private static final double LARGEST = 1e100;

  private static final int LAST_YEAR = 9999;

  /** Keeps the nulls, which {@code List.copyOf} refuses. */
  public GivenSeries {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /**
   * How to forecast it.
   *
   * @throws ProblemException {@code invalid} if both a method and a way to choose one are given
   */
  ForecastPlan plan() {
    if (method != null && chooseBy != null) {
      throw ProblemException.invalid("/chooseBy", "not-allowed", "chooseBy goes without a method.");
    }
    return ForecastPlan.of(period, method, chooseBy, horizon, season);
  }

  /**
   * The series.
   *
   * @throws ProblemException {@code invalid} if a value is too large, or the series leaves the
   *     years 1 to 9999
   */
  TimeSeries series() {
    for (int i = 0; i < values.size(); i++) {
      Double value = values.get(i);
      if (value != null && (value.isNaN() || Math.abs(value) > LARGEST)) {
        throw ProblemException.invalid(
            "/values/" + i, "out-of-range", "A value is at most 1e100 in magnitude.");
      }
    }
    boolean possible =
        firstDay.getYear() >= 1
            && firstDay.getYear() <= LAST_YEAR
            && period.lastDay(period.numberOf(firstDay) + values.size() - 1).getYear() <= LAST_YEAR
            && period.firstDay(period.numberOf(firstDay)).getYear() >= 1;
    if (!possible) {
      throw ProblemException.invalid(
          "/firstDay", "out-of-range", "The series lies within the years 1 to 9999.");
    }
    return TimeSeries.ofWholePeriods(period, firstDay, values);
  }
}
