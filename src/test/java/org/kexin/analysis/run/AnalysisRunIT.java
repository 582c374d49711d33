package org.kexin.analysis.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kexin.analysis.Sales;
import org.kexin.shared.Hashes;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Runs;

/** Analyses in the background over twelve customers, each with one order in March 2024. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class AnalysisRunIT {

  private static final String CURRENCY = "WST";
  private static final Map<String, String> ASKED = Map.of("currency", CURRENCY);
  private static boolean sold;

  @BeforeEach
  void sales() {
    if (!sold) {
      String product = Sales.product();
      for (int i = 1; i <= 12; i++) {
        Sales.order(
            Sales.customer("Runner " + i), product, CURRENCY, LocalDate.of(2024, 3, i), 2 * i);
      }
      sold = true;
    }
  }

  @Test
  void theResultIsWhatTheRequestAnswersForTheSameParameters() {
    String id = Runs.completed(Api.ANALYST, Runs.aRun("statistics", ASKED));
    JsonPath run = Runs.ended(Api.ANALYST, id);

    byte[] asked =
        Api.as(Api.ANALYST)
            .queryParams(run.<String, String>getMap("parameters"))
            .queryParam("topCustomers", 0)
            .get("/v1/analysis/statistics")
            .then()
            .statusCode(200)
            .body("totals.revenue", equalTo("7800.00"))
            .extract()
            .asByteArray();

    assertThat(new String(Runs.result(Api.ANALYST, id), StandardCharsets.UTF_8))
        .isEqualTo(new String(asked, StandardCharsets.UTF_8));
    assertThat(run.getDouble("progress")).isEqualTo(1);
  }

  @Test
  void aRunFromTheParametersOfAnotherHasTheSameBytesAlthoughMoreWasSoldMeanwhile() {
    String first = Runs.completed(Api.SALES, Runs.aRun("rfm", ASKED));
    Sales.order(Sales.customer("Late runner"), Sales.product(), "TOP", LocalDate.of(2024, 4, 1), 3);
    JsonPath run = Runs.ended(Api.SALES, first);

    String second =
        Runs.completed(Api.SALES, Runs.aRun("rfm", new HashMap<>(run.getMap("parameters"))));

    byte[] result = Runs.result(Api.SALES, second);
    assertThat(result).isEqualTo(Runs.result(Api.SALES, first));
    assertThat(Runs.ended(Api.SALES, second).getString("resultSha256"))
        .isEqualTo(run.getString("resultSha256"))
        .isEqualTo(
            HexFormat.of().formatHex(Hashes.sha256(new String(result, StandardCharsets.UTF_8))));
  }

  @Test
  void anAnalystsResultHoldsNoGroupThatIsTooSmall() {
    String id = Runs.completed(Api.ANALYST, Runs.aRun("statistics", ASKED));

    JsonPath result =
        new JsonPath(new String(Runs.result(Api.ANALYST, id), StandardCharsets.UTF_8));

    assertThat(result.getList("concentration.abc.customers")).containsOnlyNulls();
    assertThat(result.getList("concentration.lorenz")).isEmpty();
  }

  @Test
  void aRunIsSeenByNobodyElse() {
    String id = Runs.completed(Api.ANALYST, Runs.aRun("statistics", ASKED));

    for (String path : new String[] {"", "/result", "/progress"}) {
      Api.as(Api.SALES).get("/v1/analysis/runs/" + id + path).then().statusCode(404);
    }
    Api.writing(Api.SALES).post("/v1/analysis/runs/{id}/cancellations", id).then().statusCode(404);
    Api.as(Api.SALES)
        .get("/v1/analysis/runs")
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem(id)));
  }

  @Test
  void anUnknownAnalysisAndAMisspeltParameterAreRefusedAtOnce() {
    Api.writing(Api.SALES)
        .body(Runs.aRun("horoscope", Map.of()))
        .post("/v1/analysis/runs")
        .then()
        .statusCode(400)
        .body("code", equalTo("parameter-invalid"))
        .body("detail", containsString(", rfm, "));
    Api.writing(Api.SALES)
        .body(Runs.aRun("statistics", Map.of("curency", CURRENCY)))
        .post("/v1/analysis/runs")
        .then()
        .statusCode(400)
        .body("detail", containsString("curency"));
    Api.writing(Api.SALES)
        .body(Runs.aRun("rfm", Map.of("referenceDate", "tomorrow")))
        .post("/v1/analysis/runs")
        .then()
        .statusCode(400)
        .body("detail", containsString("2011-12-09"));
  }

  @Test
  void aMomentThatIsNoCutTellsAnAnalystNothing() {
    String id = Runs.refused(Api.ANALYST);

    Api.as(Api.ANALYST)
        .get("/v1/analysis/runs/{id}", id)
        .then()
        .body("problemCode", equalTo("parameter-invalid"))
        .body("problemDetail", containsString("asOf"));
    Api.as(Api.ANALYST)
        .get("/v1/analysis/runs/{id}/result", id)
        .then()
        .statusCode(409)
        .body("code", equalTo("not-ready"));
  }

  @Test
  void progressEndsWithTheRun() {
    String id = Runs.started(Api.SALES, Runs.aRun("statistics", ASKED));

    String events = Api.as(Api.SALES).get("/v1/analysis/runs/{id}/progress", id).asString();

    assertThat(events).startsWith("event: progress\ndata: {");
    assertThat(events.strip()).endsWith("data: {\"state\":\"COMPLETED\",\"progress\":1.0}");
  }

  @Test
  void statisticsCanBeLookedAt() {
    String svg =
        Api.as(Api.SALES)
            .header("Accept", "image/svg+xml")
            .header("Accept-Language", "zh-CN")
            .queryParam("currency", CURRENCY)
            .get("/v1/analysis/statistics")
            .then()
            .statusCode(200)
            .contentType("image/svg+xml")
            .header("Content-Security-Policy", containsString("style-src 'unsafe-inline'"))
            .header("Vary", containsString("Accept,"))
            .extract()
            .asString();

    assertThat(svg).startsWith("<svg ").contains("每月销售额", "2024-03 7.8k").endsWith("</svg>");
  }
}
