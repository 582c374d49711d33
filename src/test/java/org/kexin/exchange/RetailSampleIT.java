package org.kexin.exchange;

import static io.restassured.path.json.config.JsonPathConfig.jsonPathConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;

/**
 * The complete Online Retail set, twice. The expected figures are those of the file itself, counted
 * without this service.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class RetailSampleIT {

  private static final Path SAMPLE = Path.of("src/main/sample/online_retail_lines.csv.gz");
  private static final long LINES = 541_909;
  private static final long USABLE = 539_391;

  @Test
  void theWholeSetIsTakenInOnceHoweverOftenItIsSent() throws IOException, SQLException {
    byte[] file = Files.readAllBytes(SAMPLE);

    JsonNode first = imported(file);

    assertThat(first.path("linesRead").asLong()).isEqualTo(LINES);
    assertThat(first.path("accepted").asLong() + first.path("unchanged").asLong())
        .isEqualTo(USABLE);
    assertRefusals(first);
    assertSales();

    JsonNode second = imported(file);

    assertThat(second.path("accepted").asLong()).isZero();
    assertThat(second.path("unchanged").asLong()).isEqualTo(USABLE);
    assertRefusals(second);
    assertSales();
    assertStatistics();
    assertRfm();
    assertCohorts();
  }

  /** The figures of Gini and ABC are those of R's ineq and of the definitions. */
  private static void assertStatistics() {
    JsonPath statistics =
        Api.as(Api.SALES)
            .queryParam("currency", "GBP")
            .queryParam("from", "2010-12-01")
            .queryParam("to", "2011-12-09")
            .get("/v1/analysis/statistics")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath(jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE));
    assertThat(statistics.getInt("totals.orders")).isEqualTo(18_532);
    assertThat(statistics.getInt("totals.lines")).isEqualTo(397_884);
    assertThat(statistics.getInt("totals.customers")).isEqualTo(4_338);
    assertThat(statistics.getString("totals.revenue")).isEqualTo("8911407.904");
    assertThat(statistics.getDouble("concentration.gini")).isCloseTo(0.71513962, within(5e-9));
    assertThat(statistics.getString("concentration.abc[0].name")).isEqualTo("A");
    assertThat(statistics.getInt("concentration.abc[0].customers")).isEqualTo(1_132);
    assertThat(statistics.getString("months[0].month")).isEqualTo("2010-12");
    assertThat(statistics.getInt("months[0].customers")).isEqualTo(885);
    assertThat(statistics.getInt("about.leftOut.find { it.code == 'ANONYMOUS_LINES' }.count"))
        .isGreaterThanOrEqualTo(132_219);
  }

  private static void assertRfm() throws SQLException {
    for (String[] expected :
        new String[][] {
          {"12346", "326", "1", "77183.60"},
          {"12748", "1", "209", "33719.73"},
          {"14646", "2", "73", "280206.02"}
        }) {
      JsonPath score =
          Api.as(Api.SALES)
              .queryParam("currency", "GBP")
              .queryParam("from", "2010-12-01")
              .queryParam("referenceDate", "2011-12-10")
              .queryParam("customerId", customer(expected[0]))
              .get("/v1/analysis/rfm/scores")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      assertThat(score.getString("items[0].recencyDays")).isEqualTo(expected[1]);
      assertThat(score.getString("items[0].orders")).isEqualTo(expected[2]);
      assertThat(score.getString("items[0].amount")).isEqualTo(expected[3]);
    }
  }

  /** Counted from the clean rows: known customer, quantity and price above zero. */
  private static void assertCohorts() {
    JsonPath cohorts =
        Api.as(Api.SALES)
            .queryParam("currency", "GBP")
            .queryParam("from", "2010-12-01")
            .queryParam("to", "2011-12-09")
            .get("/v1/analysis/cohorts")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath(jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE));
    assertThat(cohorts.getString("cohorts[0].month")).isEqualTo("2010-12");
    assertThat(cohorts.getList("cohorts[0].months.customers", Integer.class))
        .containsExactly(885, 324, 286, 340, 321, 352, 321, 309, 313, 350, 331, 445, 235);
    assertThat(cohorts.getDouble("cohorts[0].months[1].retention")).isCloseTo(.3661, within(5e-5));
    assertThat(cohorts.getDouble("cohorts[0].months[11].retention")).isCloseTo(.5028, within(5e-5));
    assertThat(cohorts.getBoolean("cohorts[0].months[11].complete")).isTrue();
    assertThat(cohorts.getBoolean("cohorts[0].months[12].complete")).isFalse();
    assertThat(cohorts.getBoolean("cohorts[12].complete")).isFalse();
  }

  private static String customer(String externalId) throws SQLException {
    return String.valueOf(
        Database.rows(
                "select bin_to_uuid(customer_id) as id from customer_external_id"
                    + " where source = 'online-retail' and value = ?",
                externalId)
            .getFirst()
            .get("id"));
  }

  private static JsonNode imported(byte[] file) {
    JsonNode run =
        ImportCalls.ended(
            ImportCalls.idOf(
                ImportCalls.sendGzipped("retail-lines", ImportCalls.CSV, file).statusCode(202)));
    assertThat(run.path("state").asText()).isEqualTo("COMPLETED");
    return run;
  }

  private static void assertRefusals(JsonNode run) throws SQLException {
    assertThat(run.path("refused").asInt()).isEqualTo(2_518);
    assertThat(
            Database.rows(
                "select code, count(*) as n from import_refusal where import_id = ?"
                    + " group by code order by code",
                Database.bytes(run.path("id").asText())))
        .extracting(row -> row.get("code") + " " + row.get("n"))
        .containsExactly("adjustment 3", "price-not-positive 2515");
    assertThat(ImportCalls.errors(run.path("id").asText()).lines().count()).isEqualTo(2_519);
  }

  private static void assertSales() throws SQLException {
    assertThat(sales("kind = 'ORDER' and customer_id is not null"))
        .containsExactly("18532", "4338", "397884", "8911407.9040");
    assertThat(sales("kind = 'ORDER' and customer_id is null"))
        .containsExactly("1427", "0", "132219", "1744214.5800");
    assertThat(sales("kind = 'RETURN'")).containsExactly("3836", "1589", "9288", "-896812.4900");
  }

  private static java.util.List<String> sales(String which) throws SQLException {
    Map<String, @Nullable Object> row =
        Database.rows(
                "select count(*), count(distinct customer_id), sum(line_count), sum(total)"
                    + " from sales_transaction where source = 'online-retail' and "
                    + which)
            .getFirst();
    return row.values().stream().map(String::valueOf).toList();
  }
}
