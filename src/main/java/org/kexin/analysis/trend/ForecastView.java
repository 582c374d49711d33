package org.kexin.analysis.trend;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.shared.http.Drawn;

/** The trend of a series and how it goes on (趋势分析). */
@Schema(description = "The trend of a series and how it goes on (趋势分析与预测).")
public record ForecastView(
    About about,
    @Schema(description = "What is forecast.", examples = "REVENUE", maxLength = 20) String measure,
    @Schema(description = "Every period looked at, also those without sales.", maxItems = 10_000)
        List<TrendPoint> series,
    @Nullable ForecastModel model,
    @Schema(description = "From the period after the last one fitted to on.", maxItems = 400)
        List<ForecastAhead> forecasts,
    @Schema(
            description = "What the choice was among, best first; empty where a method was given.",
            maxItems = 100)
        List<ForecastCandidate> candidates,
    ForecastComparison comparison,
    SeasonalParts seasons,
    @Schema(description = "Fallbacks taken and oddities of the series.", maxItems = 50)
        List<ForecastNote> notes,
    @Schema(description = "Why there is no forecast.", maxLength = 500) @Nullable String reason)
    implements Drawn {

  /** Copies the lists. */
  public ForecastView {
    series = List.copyOf(series);
    forecasts = List.copyOf(forecasts);
    candidates = List.copyOf(candidates);
    notes = List.copyOf(notes);
  }

  @Override
  public String svg(Locale language) {
    return ForecastCharts.forecast(this).svg(language);
  }

  /** One period of the past. */
  @Schema(description = "One period of the past.")
  public record TrendPoint(
      @Schema(examples = "2011-11", maxLength = 10) String period,
      LocalDate firstDay,
      LocalDate lastDay,
      @Schema(
              description = "In the unit of the measure; absent where there is none to show.",
              examples = "1156205.61")
          @Nullable Double value,
      @Schema(description = "Whether every day of it was looked at; if not it is not fitted to.")
          boolean complete,
      @Schema(description = "Whether the value is of too few customers to show.") boolean heldBack,
      @Schema(
              description =
                  "What the model expected from the periods before; absent where it did not.",
              examples = "1098310.2")
          @Nullable Double fitted) {}

  /** The model behind the forecasts. */
  @Schema(description = "The model behind the forecasts.")
  public record ForecastModel(
      @Schema(
              description = "May be a simpler method than was asked for; notes say why.",
              examples = "ETS",
              maxLength = 40)
          String method,
      @Schema(examples = "ETS(M,A,M)", maxLength = 100) String name,
      @Schema(description = "Periods of a season; 1 for none.", examples = "12") int season,
      @Schema(
              description =
                  "TEXTBOOK: the model is taken for the truth. WIDENED: that it was estimated and"
                      + " chosen has its part in the intervals.",
              examples = "WIDENED",
              maxLength = 20)
          String intervals,
      @Schema(description = "Numbers of the fitted model.", maxItems = 500)
          List<ForecastModelNumber> parameters,
      @Schema(description = "Absent for methods without a likelihood.", examples = "-686.2")
          @Nullable Double logLikelihood,
      @Schema(description = "Akaike's criterion, corrected; less is better.", examples = "1410.9")
          @Nullable Double aicc) {}

  /** One number of a fitted model. */
  @Schema(description = "One number of a fitted model.")
  public record ForecastModelNumber(
      @Schema(examples = "alpha", maxLength = 40) String name,
      @Schema(examples = "0.2756") double value) {}

  /** A forecast of one period. */
  @Schema(description = "A forecast of one period, with prediction intervals.")
  public record ForecastAhead(
      @Schema(examples = "2011-12", maxLength = 10) String period,
      LocalDate firstDay,
      LocalDate lastDay,
      @Schema(examples = "447.0559") double value,
      @Schema(description = "Of the 80 % interval.", examples = "434.1") double lower80,
      @Schema(examples = "460.0") double upper80,
      @Schema(description = "Of the 95 % interval.", examples = "425.27") double lower95,
      @Schema(examples = "468.85") double upper95) {}

  /** Something the choice was among. */
  @Schema(description = "Something the choice was among.")
  public record ForecastCandidate(
      @Schema(examples = "ETS", maxLength = 40) String method,
      @Schema(examples = "ETS(M,A,M)", maxLength = 100) String name,
      @Schema(
              description =
                  "AICc, or mean absolute error of forecasts from the past; less is better.",
              examples = "1410.9")
          double score) {}

  /** How the method did on the last periods, beside the simplest ones. */
  @Schema(description = "The last periods forecast from those before, beside the simplest methods.")
  public record ForecastComparison(
      @Schema(description = "Periods fitted to.", examples = "120") int training,
      @Schema(description = "Periods held out.", examples = "24") int held,
      @Schema(
              description =
                  "Whether naive or seasonal naive did better; then the method earns no trust.")
          boolean beaten,
      @Schema(description = "The method itself first.", maxItems = 3) List<ForecastScore> scores,
      @Schema(description = "Why there is none.", maxLength = 500) @Nullable String reason) {}

  /** How one method did. */
  @Schema(description = "How one method did on the periods held out.")
  public record ForecastScore(
      @Schema(examples = "SEASONAL_NAIVE", maxLength = 40) String method,
      @Schema(examples = "Seasonal naive", maxLength = 100) String name,
      @Schema(examples = "76.9946") double rmse,
      @Schema(examples = "71.25") double mae,
      @Schema(description = "Percent; absent where a value is zero.", examples = "15.5234")
          @Nullable Double mape,
      @Schema(description = "Percent, 0 to 200.", examples = "17.1") double smape,
      @Schema(description = "Absent where nothing ever changed.", examples = "2.4935")
          @Nullable Double mase,
      @Schema(description = "Values within the 80 % interval.", examples = "19") int within80,
      @Schema(description = "Values within the 95 % interval.", examples = "23") int within95) {}

  /** Trend and seasonal figures by classical decomposition. */
  @Schema(description = "Trend and seasonal figures by classical decomposition (季节分解).")
  public record SeasonalParts(
      @Schema(
              description =
                  "MULTIPLICATIVE: figures are factors; ADDITIVE: they are added; NONE without.",
              examples = "MULTIPLICATIVE",
              maxLength = 20)
          String kind,
      @Schema(description = "That of the first period decomposed first.", maxItems = 400)
          List<Double> figures,
      @Schema(maxItems = 10_000) List<SeasonalPart> parts,
      @Schema(description = "Why there are none.", maxLength = 500) @Nullable String reason) {}

  /** The parts of one value. */
  @Schema(description = "The parts of one value.")
  public record SeasonalPart(
      @Schema(examples = "2011-11", maxLength = 10) String period,
      @Schema(description = "Absent half a season from both ends.", examples = "265.5")
          @Nullable Double trend,
      @Schema(examples = "0.9102") double season,
      @Schema(description = "What is left to multiply, or to add.", examples = "1.0123")
          @Nullable Double remainder) {}

  /** Something to know when reading the forecast. */
  @Schema(description = "Something to know when reading the forecast.")
  public record ForecastNote(
      @Schema(description = "Stable code.", examples = "LESS_THAN_TWO_SEASONS", maxLength = 100)
          String code,
      @Schema(
              examples = "The series is shorter than two seasons, so the season was not modelled.",
              maxLength = 500)
          String detail) {}
}
