package org.kexin.analysis.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kexin.analysis.Sales;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Runs;

/**
 * Forecasts over ten customers who each bought once a month for 100, 200 … 800 from January to
 * August 2023 and for 1,000 in October; in September three others came, for 100 each.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ForecastIT {

  private static final String CURRENCY = "SBD";
  private static final int CUSTOMERS = 10;
  private static final String PATH = "/v1/analysis/forecasts";
  private static final Map<String, String> YEAR =
      Map.of("currency", CURRENCY, "from", "2023-01-01", "to", "2023-10-31", "method", "naive");
  private static boolean sold;

  @BeforeEach
  void sales() {
    if (sold) {
      return;
    }
    String product = Sales.product();
    List<String> customers = new ArrayList<>();
    for (int i = 1; i <= CUSTOMERS; i++) {
      customers.add(Sales.customer("Steady " + i));
    }
    for (int month : new int[] {1, 2, 3, 4, 5, 6, 7, 8, 10}) {
      for (int i = 0; i < CUSTOMERS; i++) {
        Sales.order(
            customers.get(i), product, CURRENCY, LocalDate.of(2023, month, 2 * i + 1), 2 * month);
      }
    }
    for (int i = 1; i <= 3; i++) {
      Sales.order(Sales.customer("Autumn " + i), product, CURRENCY, LocalDate.of(2023, 9, i), 2);
    }
    sold = true;
  }

  /** Changes: seven times 1,000, then -7,700 and 9,700. */
  @Test
  void aForecastHasItsSeriesItsModelAndItsIntervals() {
    JsonPath answer = answer(Api.SALES, YEAR);

    assertThat(answer.getList("series.value", Double.class))
        .containsExactly(1e3, 2e3, 3e3, 4e3, 5e3, 6e3, 7e3, 8e3, 300., 1e4);
    assertThat(answer.getList("series.complete", Boolean.class)).containsOnly(true);
    assertThat(answer.getString("model.method")).isEqualTo("NAIVE");
    assertThat(answer.getDouble("series[8].fitted")).isEqualTo(8000);
    assertThat(answer.getList("forecasts")).hasSize(12);
    assertThat(answer.getString("forecasts[0].period")).isEqualTo("2023-11");
    assertThat(answer.getDouble("forecasts[11].value")).isEqualTo(10_000);
    double sigma = Math.sqrt((7 * 1e6 + 7.7e3 * 7.7e3 + 9.7e3 * 9.7e3) / 9);
    assertThat(answer.getDouble("forecasts[3].upper95"))
        .isCloseTo(10_000 + 2 * 1.959964 * sigma, within(0.1));
    assertThat(answer.getString("seasons.kind")).isEqualTo("NONE");
    assertThat(answer.getString("seasons.reason")).contains("two seasons");
    assertThat(answer.getLong("about.n")).isEqualTo(93);
    assertThat(answer.getMap("about.parameters"))
        .containsEntry("measure", "REVENUE")
        .containsEntry("season", "12")
        .containsEntry("intervals", "TEXTBOOK");
  }

  @Test
  void everyMeasureIsCounted() {
    assertThat(values(Api.SALES, Map.of("measure", "orders")))
        .containsExactly(10., 10., 10., 10., 10., 10., 10., 10., 3., 10.);
    assertThat(values(Api.SALES, Map.of("measure", "customers", "period", "quarter")))
        .containsExactly(10., 10., 13., 10.);
    assertThat(values(Api.SALES, Map.of("measure", "quantity", "period", "quarter")))
        .containsExactly(120., 300., 306., 200.);
    assertThat(values(Api.SALES, Map.of("measure", "new-customers")))
        .containsExactly(10., 0., 0., 0., 0., 0., 0., 0., 3., 0.);
  }

  /** Who bought in January is not new in March, although January is not looked at. */
  @Test
  void whoIsNewDependsOnAllThatWasBefore() {
    assertThat(values(Api.SALES, Map.of("measure", "new-customers", "from", "2023-03-01")))
        .containsExactly(0., 0., 0., 0., 0., 0., 3., 0.);
  }

  @Test
  void anIncompleteLastPeriodIsShownAndNotFittedTo() {
    JsonPath answer = answer(Api.SALES, with(YEAR, Map.of("to", "2023-10-10")));

    assertThat(answer.getList("series.complete", Boolean.class)).endsWith(true, false);
    assertThat(answer.getString("forecasts[0].period")).isEqualTo("2023-10");
    assertThat(answer.getDouble("forecasts[0].value")).isEqualTo(300);
    assertThat(answer.getList("about.leftOut.code")).contains("INCOMPLETE_LAST_PERIOD");
  }

  /**
   * September and October are one block of days for who may not see individuals: neither is shown,
   * and the forecast goes on from August as if they were not known.
   */
  @Test
  void anAnalystsForecastIsMadeOfWhatIsShownAlone() {
    JsonPath answer = answer(Api.ANALYST, YEAR);

    assertThat(answer.getList("series.heldBack", Boolean.class))
        .containsExactly(false, false, false, false, false, false, false, false, true, true);
    assertThat(answer.getList("series.value", Double.class)).endsWith(8e3, null, null);
    assertThat(answer.getList("series.fitted", Double.class)).endsWith(7e3, null, null);
    assertThat(answer.getString("forecasts[0].period")).isEqualTo("2023-09");
    assertThat(answer.getDouble("forecasts[0].value")).isEqualTo(8000);
    assertThat(answer.getDouble("forecasts[0].upper95")).isCloseTo(8000 + 1959.964, within(0.01));
    assertThat(answer(Api.ANALYST, with(YEAR, Map.of("period", "quarter"))).getList("series.value"))
        .containsExactly(6000f, 15000f, null, null);
    // By day nothing is a whole block.
    assertThat(
            answer(Api.ANALYST, with(YEAR, Map.of("period", "day", "to", "2023-01-31")))
                .getList("series.findAll { it.heldBack }"))
        .isNotEmpty();
  }

  @Test
  void anAnalystIsNotToldOfAFewNewCustomers() {
    JsonPath answer = answer(Api.ANALYST, with(YEAR, Map.of("measure", "new-customers")));

    assertThat(answer.getList("series.value", Double.class))
        .containsExactly(null, 0., 0., 0., 0., 0., 0., 0., null, 0.);
    asked(Api.ANALYST, with(YEAR, Map.of("measure", "new-customers", "period", "week")))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("period"));
  }

  @Test
  void tooLittleIsSaidInsteadOfForecast() {
    JsonPath answer = answer(Api.SALES, with(YEAR, Map.of("to", "2023-04-30")));

    assertThat(answer.getList("forecasts")).isEmpty();
    assertThat(answer.getString("model")).isNull();
    assertThat(answer.getString("reason")).contains("at least 5");
    JsonPath nothing =
        answer(Api.SALES, Map.of("currency", CURRENCY, "asOf", "1990-01-01T00:00:00Z"));
    assertThat(nothing.getList("series")).isEmpty();
    assertThat(nothing.getString("reason")).contains("at least 5");
  }

  @Test
  void theRunHasTheBytesOfTheAnswer() {
    Map<String, String> asked = with(YEAR, Map.of("method", "auto", "chooseBy", "rolling-origin"));
    String id = Runs.completed(Api.ANALYST, Runs.aRun("forecasts", asked));

    byte[] answer =
        Api.as(Api.ANALYST)
            .queryParams(Runs.ended(Api.ANALYST, id).<String, String>getMap("parameters"))
            .get(PATH)
            .asByteArray();

    assertThat(new String(Runs.result(Api.ANALYST, id), StandardCharsets.UTF_8))
        .isEqualTo(new String(answer, StandardCharsets.UTF_8))
        .contains("ROLLING_ORIGIN");
  }

  @Test
  void aForecastCanBeLookedAt() {
    String svg =
        Api.as(Api.SALES)
            .header("Accept", "image/svg+xml")
            .header("Accept-Language", "zh-CN")
            .queryParams(YEAR)
            .get(PATH)
            .then()
            .statusCode(200)
            .contentType(startsWith("image/svg+xml"))
            .extract()
            .asString();

    assertThat(svg).contains("销售额：趋势与预测", "预测", "l s1 d");
  }

  @Test
  void whatCannotBeForecastIsRefused() {
    Map.of("measure", "complaints", "period", "year", "method", "oracle", "horizon", "401")
        .forEach(
            (name, value) ->
                asked(Api.SALES, with(YEAR, Map.of(name, value)))
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo(name)));
    asked(Api.SALES, with(YEAR, Map.of("chooseBy", "aicc"))).statusCode(400);
    asked(Api.SALES, with(YEAR, Map.of("period", "day", "from", "1900-01-01")))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("period"));
  }

  private static List<Double> values(String role, Map<String, String> parameters) {
    return answer(role, with(YEAR, parameters)).getList("series.value", Double.class);
  }

  private static JsonPath answer(String role, Map<String, String> parameters) {
    return asked(role, parameters)
        .statusCode(200)
        .body("about.parameters", hasEntry("returns", "EXCLUDED"))
        .extract()
        .jsonPath();
  }

  private static ValidatableResponse asked(String role, Map<String, String> parameters) {
    return Api.as(role).queryParams(parameters).get(PATH).then();
  }

  private static Map<String, String> with(Map<String, String> some, Map<String, String> others) {
    Map<String, String> all = new HashMap<>(some);
    all.putAll(others);
    return all;
  }
}
