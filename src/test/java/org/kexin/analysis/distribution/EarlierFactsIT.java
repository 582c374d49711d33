package org.kexin.analysis.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kexin.analysis.Sales;
import org.kexin.customer.PastFacts;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.Runs;

/** An analysis of an earlier moment counts what was known of customers then. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class EarlierFactsIT {

  private static final String CURRENCY = "AMD";
  private static final Instant EVER = Instant.parse("2999-01-01T00:00:00Z");

  @Inject PastFacts past;

  private static String working(String occupation) {
    return People.created(
        People.with(
            People.aPerson(),
            "individual",
            Map.of("gender", "FEMALE", "birthDate", "1980-02-03", "occupation", occupation)));
  }

  private static void change(String customer, String member, Object value) {
    String version =
        Api.as(Api.DATA_STEWARD)
            .get("/v1/customers/{id}", customer)
            .then()
            .statusCode(200)
            .extract()
            .header("ETag");
    Api.as(Api.DATA_STEWARD)
        .header("If-Match", version)
        .contentType("application/merge-patch+json")
        .body(Map.of(member, value))
        .patch("/v1/customers/{id}", customer)
        .then()
        .statusCode(200);
  }

  private static void works(String customer, String occupation) {
    change(customer, "individual", Map.of("occupation", occupation));
  }

  private static JsonPath occupations(Map<String, String> more) {
    return Api.as(Api.SALES)
        .queryParam("attribute", "occupation")
        .queryParam("currency", CURRENCY)
        .queryParams(more)
        .get("/v1/analysis/distributions")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static int having(JsonPath found, String occupation) {
    return found
        .getList(
            "groups.findAll { it.group.value == '%s' }.customers".formatted(occupation),
            Integer.class)
        .stream()
        .mapToInt(Integer::intValue)
        .sum();
  }

  @Test
  void whatChangesLaterIsCountedAsItWas() {
    String customer = working("lacquer painter");
    JsonPath first = occupations(Map.of());
    works(customer, "lacquer seller");
    JsonPath second = occupations(Map.of());
    works(customer, "lacquer collector");
    JsonPath third = occupations(Map.of());

    assertThat(having(first, "lacquer painter")).isOne();
    assertThat(having(second, "lacquer painter")).isZero();
    assertThat(having(second, "lacquer seller")).isOne();
    assertThat(having(third, "lacquer collector")).isOne();
    for (JsonPath answer : new JsonPath[] {first, second, third}) {
      String asOf = answer.getString("about.asOf");
      assertThat(occupations(Map.of("asOf", asOf)).prettify()).isEqualTo(answer.prettify());
    }
  }

  @Test
  void aChangeThatNoAnalysisReadsIsNothingNew() throws SQLException {
    String customer = working("lantern maker");
    String asOf = occupations(Map.of()).getString("about.asOf");
    change(customer, "name", "灯笼");
    assertThat(occupations(Map.of()).getString("about.asOf")).isEqualTo(asOf);
    assertThat(rowsOf(customer)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "distributions, attribute, occupation",
    "cross-tabs, rows, occupation",
    "grades, referenceDate, 2024-12-31",
    "propensity, to, 2024-12-31",
    "propensity, days, 365"
  })
  void aStoredRunIsHadAgainFromItsParametersAfterPeopleChanged(
      String analysis, String parameter, String value) {
    String customer = working("kite maker");
    Sales.order(customer, Sales.product(), CURRENCY, LocalDate.of(2024, 3, 4), 2);
    Map<String, String> asked =
        analysis.equals("cross-tabs")
            ? Map.of(parameter, value, "columns", "gender")
            : Map.of(parameter, value);
    String run = Runs.completed(Api.SALES, Runs.aRun(analysis, asked));
    byte[] result = Runs.result(Api.SALES, run);

    works(customer, "kite flyer");
    change(customer, "source", "FAIR");
    working("kite maker");

    Map<String, String> stored =
        Api.as(Api.SALES)
            .get("/v1/analysis/runs/{id}", run)
            .then()
            .body("parameters." + parameter, equalTo(value))
            .extract()
            .jsonPath()
            .getMap("parameters", String.class, String.class);
    assertThat(stored).containsKey("asOf");
    assertThat(Runs.result(Api.SALES, Runs.completed(Api.SALES, Runs.aRun(analysis, stored))))
        .isEqualTo(result);
  }

  @Test
  void whatIsPastItsTimeIsForgotten() throws SQLException {
    String customer = working("bell founder");
    works(customer, "bell ringer");
    works(customer, "bell tuner");
    assertThat(rowsOf(customer)).isEqualTo(2);
    past.forget(Instant.EPOCH, 10);
    assertThat(rowsOf(customer)).isEqualTo(2);
    long before = rows();
    assertThat(past.forget(EVER, 1)).isOne();
    assertThat(rows()).isEqualTo(before - 1);
  }

  private static long rowsOf(String customer) throws SQLException {
    return Database.rows(
            "select version from customer_fact_past where customer_id = ?",
            (Object) Database.bytes(customer))
        .size();
  }

  private static long rows() throws SQLException {
    return Database.rows("select version from customer_fact_past").size();
  }
}
