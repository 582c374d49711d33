package org.kexin.analysis.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.ExampleFiles;
import org.kexin.testing.LocalParts;

/**
 * The airline passengers of Box and Jenkins over HTTP, with the figures that R prints for {@code
 * HoltWinters(AirPassengers, seasonal = "multiplicative")}.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class SeriesForecastIT {

  private static final List<Double> HOLT_WINTERS =
      List.of(
          447.0559, 419.7123, 464.8671, 496.0839, 507.5326, 575.4509, 666.5923, 657.9137, 550.3088,
          492.9853, 420.2073, 465.6345);
  private static final List<Double> LAST_YEAR =
      List.of(417., 391., 419., 461., 472., 535., 622., 606., 508., 461., 390., 432.);
  private static final List<Double> FIGURES =
      List.of(
          .910230, .883625, 1.007366, .975906, .981378, 1.112776, 1.226556, 1.219911, 1.060492,
          .921757, .801178, .898824);

  @Test
  void holtWintersForecastsAreThoseOfR() throws IOException {
    JsonPath answer = answer(passengers("HOLT_WINTERS_MULTIPLICATIVE", 12));

    List<Double> forecasts = answer.getList("forecasts.value", Double.class);
    assertThat(forecasts).hasSize(12);
    for (int h = 0; h < 12; h++) {
      assertThat(forecasts.get(h)).isCloseTo(HOLT_WINTERS.get(h), Percentage.withPercentage(1));
    }
    assertThat(answer.getDouble("model.parameters.find { it.name == 'alpha' }.value"))
        .isCloseTo(.2755925, Percentage.withPercentage(.5));
    assertThat(answer.getDouble("forecasts[0].lower95"))
        .isCloseTo(425.2656, Percentage.withPercentage(1));
    assertThat(answer.getString("forecasts[0].period")).isEqualTo("1961-01");
    assertThat(answer.getLong("about.n")).isEqualTo(144);
  }

  @Test
  void seasonalNaiveAndTheSeasonAreExact() throws IOException {
    JsonPath answer = answer(passengers("SEASONAL_NAIVE", 12));

    assertThat(answer.getList("forecasts.value", Double.class)).isEqualTo(LAST_YEAR);
    assertThat(answer.getDouble("forecasts[0].lower95")).isCloseTo(345.8224, within(1e-3));
    assertThat(answer.getDouble("forecasts[0].upper80")).isCloseTo(463.5405, within(1e-3));
    assertThat(answer.getString("seasons.kind")).isEqualTo("MULTIPLICATIVE");
    List<Double> figures = answer.getList("seasons.figures", Double.class);
    for (int month = 0; month < 12; month++) {
      assertThat(figures.get(month)).isCloseTo(FIGURES.get(month), within(1e-6));
    }
  }

  /** Trained to December 1958: RMSE 76.9946 and 137.3290, MASE 2.4935 and 4.0334. */
  @Test
  void theAutomaticChoiceIsComparedWithTheSimplestMethods() throws IOException {
    Map<String, Object> asked = passengers("", 24);
    asked.remove("method");
    JsonPath answer = answer(asked);

    String simple = "comparison.scores.find { it.method == '%s' }.%s";
    assertThat(answer.getInt("comparison.training")).isEqualTo(120);
    assertThat(answer.getDouble(simple.formatted("SEASONAL_NAIVE", "rmse")))
        .isCloseTo(76.9946, within(1e-3));
    assertThat(answer.getDouble(simple.formatted("NAIVE", "rmse")))
        .isCloseTo(137.3290, within(1e-3));
    assertThat(answer.getDouble(simple.formatted("SEASONAL_NAIVE", "mase")))
        .isCloseTo(2.4935, within(1e-3));
    assertThat(answer.getDouble("comparison.scores[0].mae")).isLessThan(71.25);
    assertThat(answer.getBoolean("comparison.beaten")).isFalse();
    assertThat(answer.getString("model.method")).isEqualTo("ETS");
    assertThat(answer.getList("candidates")).hasSizeGreaterThan(5);
  }

  @Test
  void gapsAreFilledAndSaid() {
    JsonPath answer =
        answer(series(Arrays.asList(10., 20., null, 40., 50., 60.), "DAY", "2024-02-26"));

    assertThat(answer.getList("notes.code")).contains("MISSING_INTERPOLATED");
    assertThat(answer.getList("series.value", Double.class))
        .containsExactly(10., 20., null, 40., 50., 60.);
    assertThat(answer.getString("forecasts[0].period")).isEqualTo("2024-03-03");
  }

  @Test
  void whatCannotBeForecastIsRefused() {
    List<Double> some = List.of(1., 2., 3., 4., 5., 6.);
    refused(series(Collections.nCopies(5001, 1.), "DAY", "2024-01-01"), "/values");
    refused(series(List.of(1., 1e101), "DAY", "2024-01-01"), "/values/1");
    refused(series(some, "YEAR", "2024-01-01"), "/period");
    refused(series(some, "QUARTER", "9999-01-01"), "/firstDay");
    Map<String, Object> both = series(some, "MONTH", "2024-01-01");
    both.put("method", "NAIVE");
    both.put("chooseBy", "AICC");
    refused(both, "/chooseBy");
    Map<String, Object> far = series(some, "MONTH", "2024-01-01");
    far.put("horizon", 401);
    refused(far, "/horizon");
  }

  private static void refused(Map<String, Object> series, String pointer) {
    asked(series).statusCode(400).body("errors[0].pointer", equalTo(pointer));
  }

  private static JsonPath answer(Map<String, Object> series) {
    return asked(series).statusCode(200).extract().jsonPath();
  }

  /** Asking is no change, so no Idempotency-Key is needed. */
  private static ValidatableResponse asked(Map<String, Object> series) {
    return Api.as(Api.ANALYST)
        .contentType(ContentType.JSON)
        .body(series)
        .post("/v1/analysis/series-forecasts")
        .then();
  }

  private static Map<String, Object> passengers(String method, int horizon) throws IOException {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                ExampleFiles.open("forecast/classic_series.csv"), StandardCharsets.UTF_8))) {
      String line =
          lines.lines().filter(it -> it.startsWith("AirPassengers,")).findFirst().orElseThrow();
      List<Double> values =
          Arrays.stream(line.split(",", -1)[4].split(" ", -1)).map(Double::valueOf).toList();
      Map<String, Object> series = series(values, "MONTH", "1949-01-01");
      series.put("method", method);
      series.put("horizon", horizon);
      return series;
    }
  }

  private static Map<String, Object> series(
      List<? extends @Nullable Double> values, String period, String firstDay) {
    Map<String, Object> series = new HashMap<>();
    series.put("values", values);
    series.put("period", period);
    series.put("firstDay", firstDay);
    return series;
  }
}
