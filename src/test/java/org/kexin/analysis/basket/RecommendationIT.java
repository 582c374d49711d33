package org.kexin.analysis.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kexin.analysis.Sales;
import org.kexin.testing.Api;
import org.kexin.testing.Consents;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.PrivacyCalls;
import org.kexin.testing.Runs;

/**
 * Offers from the rules and similarities of {@link Baskets}. The standing ones are those of the
 * currency of most sales, which is that of other tests; so runs over these baskets are put in their
 * place. Who has a cup has no rule that leads to a saucer: its confidence is 12 of 22.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class RecommendationIT {

  private static final String PATH = "/v1/customers/{id}/insights/recommendations";

  /** Later than any id that the service makes. */
  private static final String LATEST = "ffffffff-ffff-7fff-bfff-ffffffffffff";

  private static final String LATEST_SIMILARITIES = "ffffffff-ffff-7fff-bfff-fffffffffffe";

  @BeforeEach
  void standing() throws SQLException {
    Baskets.recorded();
    standing(
        LATEST,
        "associations",
        Map.of("currency", Baskets.CURRENCY, "support", "0.2", "confidence", "0.6"));
    standing(LATEST_SIMILARITIES, "product-similarities", Map.of("currency", Baskets.CURRENCY));
  }

  private static void standing(String id, String analysis, Map<String, String> parameters)
      throws SQLException {
    String run = Runs.completed(Api.SALES, Runs.aRun(analysis, parameters));
    execute(
        "update analysis_run set id = uuid_to_bin(?), requested_by = 'kexin'"
            + " where id = uuid_to_bin(?)",
        id,
        run);
  }

  @AfterEach
  void noLongerStanding() throws SQLException {
    execute(
        "delete from analysis_run where id in (uuid_to_bin(?), uuid_to_bin(?))",
        LATEST,
        LATEST_SIMILARITIES);
  }

  private static void execute(String sql, String... parameters) throws SQLException {
    try (Connection connection = Database.connection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }

  private static ValidatableResponse recommended(String role, String customer) {
    return Api.as(role).get(PATH, customer).then().statusCode(200);
  }

  /** Paper and pen are alike by 12 / √(12 · 13), cup and saucer by 12 / √(12 · 22). */
  @Test
  void whatTheCustomerHasLeadsToAnOfferWithItsGrounds() {
    // Bought in another currency than the rules are of: what somebody has they have.
    String customer = Baskets.customerWith(Baskets.PAPER, Baskets.SAUCER);

    JsonPath answer =
        recommended(Api.SALES, customer)
            .body("offers.product.name", contains("Pen", "Cup"))
            .body("offers.rank", contains(1, 2))
            .body("offers[0].score", equalTo(1.0f))
            .body("offers[0].rule.because.name", contains("Paper"))
            .body("offers[0].rule.count", equalTo(12))
            .body("offers[0].similarTo.product.name", contains("Paper"))
            .body("offers[0].similarTo[0].customers", equalTo(12))
            .body("offers[0].grounds.code", contains("RULE", "SIMILARITY"))
            .body(
                "offers[0].grounds[0].detail",
                startsWith("100 % of the baskets with Paper hold Pen too, 3.5"))
            .body(
                "offers[0].grounds[1].detail",
                equalTo(
                    "Pen is bought by those who buy Paper (similarity 0.96 over 12 customers)."))
            .body("reason", nullValue())
            .body("withheld", nullValue())
            .body("parameters.ruleWeight", equalTo("0.5"))
            .body("asOf", notNullValue())
            .body("masked", hasSize(0))
            .extract()
            .jsonPath();

    assertThat(answer.getDouble("offers[0].similarity"))
        .isCloseTo(12 / Math.sqrt(12 * 13), within(1e-6));
    assertThat(answer.getDouble("offers[1].score"))
        .isCloseTo(.5 + .5 * Math.sqrt(13.0 / 22), within(1e-6));
  }

  @Test
  void whereNoRuleLeadsTheLikenessDoes() {
    recommended(Api.SALES, Baskets.customerWith(Baskets.CUP))
        .body("offers.product.name", contains("Saucer"))
        .body("offers[0].score", equalTo(.5f))
        .body("offers[0].rule", nullValue())
        .body("offers[0].grounds.code", contains("SIMILARITY"))
        .body(
            "offers[0].grounds[0].detail",
            equalTo("Saucer is bought by those who buy Cup (similarity 0.74 over 12 customers)."));
  }

  @Test
  void whatTheCustomerHasIsOfferedOnlyToRepeat() {
    String writer = Baskets.writer();

    recommended(Api.SALES, writer)
        .body("offers", hasSize(0))
        .body("reason", equalTo("NOTHING_NEW"));
    Api.as(Api.SALES)
        .queryParam("repeat", true)
        .get(PATH, writer)
        .then()
        .statusCode(200)
        .body("offers", hasSize(2))
        .body("parameters.repeat", equalTo("true"));
  }

  @Test
  void fromNothingFollowsNothing() {
    recommended(Api.SALES, Sales.customer("New here"))
        .body("offers", hasSize(0))
        .body("reason", equalTo("NO_ITEMS"));
  }

  @Test
  void whoObjectsToProfilingIsOfferedNothing() {
    String customer = Baskets.customerWith(Baskets.PAPER);
    PrivacyCalls.answer(PrivacyCalls.identified(customer, "OBJECTION_PROFILING")).statusCode(200);

    recommended(Api.SALES, customer)
        .body("offers", nullValue())
        .body("withheld", equalTo("NO_PROFILING"))
        .body("asOf", nullValue());
    Api.as(Api.SALES)
        .get("/v1/customers/{id}/insights", customer)
        .then()
        .statusCode(200)
        .body("insights", nullValue());
  }

  @Test
  void marketingOffersToWhoAgreedOnly() {
    String customer = Baskets.customerWith(Baskets.PAPER);
    recommended(Api.MARKETING, customer)
        .body("offers", nullValue())
        .body("masked", contains("recommendations"));

    Consents.record(customer, Consents.given("PROFILING"));

    recommended(Api.MARKETING, customer).body("offers.product.name", contains("Pen"));
  }

  @Test
  void theBestOfferIsAmongTheInsights() {
    String customer = Baskets.customerWith(Baskets.SAUCER);

    Api.as(Api.SALES)
        .get("/v1/customers/{id}/insights", customer)
        .then()
        .statusCode(200)
        .body("insights.code", hasItem("next-offer"))
        .body("insights.find { it.code == 'next-offer' }.value", equalTo(Baskets.CUP))
        .body(
            "insights.find { it.code == 'next-offer' }.reasons[0].detail",
            startsWith("100 % of the baskets with Saucer hold Cup too"))
        .body(
            "insights.find { it.code == 'next-offer' }.reasons.code",
            contains("RULE", "SIMILARITY"));
  }

  @Test
  void aCustomerThatIsNotThereIsNotFound() {
    Api.as(Api.SALES).get(PATH, LATEST).then().statusCode(404);
  }
}
