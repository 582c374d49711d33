package org.kexin.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;

/**
 * What an analyst, who may not see individuals, learns of few people: nothing, not by subtracting
 * answers either. In one currency twenty customers bought for 100 each, one a day from 2024-03-01;
 * one gave a piece back. In another two customers did.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class AnalystIT {

  private static final String MANY = "XCD";
  private static final String FEW = "XAF";
  private static final String LATER = "GMD";
  private static final List<String> IDS = new ArrayList<>();

  private final AnalysisConfig config;

  private final AgroalDataSource source;

  AnalystIT(AnalysisConfig config, @DataSource("analysis") AgroalDataSource source) {
    this.config = config;
    this.source = source;
  }

  @BeforeEach
  void sales() {
    if (!IDS.isEmpty()) {
      return;
    }
    String product = Sales.product();
    for (int i = 0; i < 2 * config.smallestGroup(); i++) {
      IDS.add(Sales.customer("Buyer " + i));
      String order = Sales.order(IDS.getLast(), product, MANY, day(i), 2);
      if (i == 0) {
        Sales.giveBack(order, IDS.getLast(), product, MANY, day(i));
      }
      if (i < 2) {
        Sales.order(IDS.getLast(), product, FEW, day(i), 2);
      }
    }
  }

  @Test
  void theDatabaseUserOfAnalysesReadsNoNamesAndNoTextsAndWritesNothing() throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeQuery("select 1 from sales_transaction limit 1").next()).isTrue();
      for (String refused :
          List.of(
              "select name from customer",
              "select description from complaint",
              "select 1 from access_batch",
              "delete from sales_transaction")) {
        assertThatThrownBy(() -> statement.execute(refused))
            .as(refused)
            .isInstanceOfSatisfying(
                SQLException.class, denied -> assertThat(denied.getErrorCode()).isIn(1142, 1143));
      }
    }
  }

  /** The first ten days make a block, and so do the second. */
  @Test
  void aPeriodIsMadeOfWholeBlocks() {
    JsonPath answer = statistics(MANY, Map.of("from", day(3), "to", day(12))).jsonPath();

    assertThat(answer.getString("about.window.from")).isEqualTo("2024-03-01");
    assertThat(answer.getString("about.window.to")).isEqualTo("2024-03-10");
    assertThat(answer.getString("totals.revenue")).isEqualTo("1000.00");
    assertThat(answer.getInt("totals.customers")).isEqualTo(10);
    assertThat(answer.getString("months[0].revenue")).isEqualTo("1000.00");
  }

  @Test
  void aPeriodWithinABlockIsRefusedWithTheOneThatHoldsIt() {
    asked(MANY, Map.of("from", day(12), "to", day(15)))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("to"))
        .body("errors[0].detail", containsString("from 2024-03-11 to 2024-03-20"));
  }

  @Test
  void returnsOfFewAreNotToldByTheDifference() {
    asked(MANY, Map.of("returns", "deducted"))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("returns"));
    asked(MANY, Map.of())
        .statusCode(200)
        .body("totals.revenue", equalTo("2000.00"))
        .body("about.leftOut.find { it.code == 'RETURNS' }", not(hasKey("count")));
  }

  @Test
  void nothingIsToldOfFewerThanTen() {
    asked(FEW, Map.of())
        .statusCode(200)
        .body("$", not(hasKey("totals")))
        .body("about", not(hasKey("n")))
        .body("months.customers", everyItem(nullValue()))
        .body("concentration.gini", nullValue())
        .body("concentration.reason", containsString("Fewer than 10 customers"));
    Api.as(Api.ANALYST)
        .queryParam("currency", FEW)
        .get("/v1/analysis/rfm")
        .then()
        .statusCode(200)
        .body("$", not(hasKey("customers")))
        .body("$", not(hasKey("thresholds")))
        .body("segments.revenue", everyItem(not(equalTo("200.00"))));
  }

  /** Whoever asks before and after one more sale would have that sale as the difference. */
  @Test
  void newSalesOfFewCustomersWaitForOthers() {
    String product = Sales.product();
    List<String> ten = IDS.subList(0, config.smallestGroup());
    ten.forEach(customer -> Sales.order(customer, product, LATER, day(0), 2));
    String before = statistics(LATER, Map.of()).asString();
    assertThat(before).contains("\"customers\":10");

    Sales.order(IDS.getLast(), product, LATER, day(0), 2);

    assertThat(statistics(LATER, Map.of()).asString()).isEqualTo(before);
    Api.as(Api.SALES)
        .queryParam("currency", LATER)
        .get("/v1/analysis/statistics")
        .then()
        .body("totals.customers", equalTo(11));

    ten.stream().skip(1).forEach(buyer -> Sales.order(buyer, product, LATER, day(0), 2));
    asked(LATER, Map.of())
        .statusCode(200)
        .body("totals.customers", equalTo(11))
        .body("totals.revenue", equalTo("2000.00"));
  }

  private static Response statistics(String currency, Map<String, Object> parameters) {
    return asked(currency, parameters).statusCode(200).extract().response();
  }

  private static ValidatableResponse asked(String currency, Map<String, Object> parameters) {
    var request = Api.as(Api.ANALYST).queryParam("currency", currency);
    parameters.forEach((name, value) -> request.queryParam(name, value.toString()));
    return request.get("/v1/analysis/statistics").then();
  }

  private static LocalDate day(int number) {
    return LocalDate.of(2024, 3, 1).plusDays(number);
  }
}
