package org.kexin.analysis.basket;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
 * Offers from the rules of {@link Baskets}. The standing rules are those of the currency of most
 * sales, which is that of other tests; so a run over these baskets is put in their place.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class RecommendationIT {

  private static final String PATH = "/v1/customers/{id}/insights/recommendations";

  /** Later than any id that the service makes. */
  private static final String LATEST = "ffffffff-ffff-7fff-bfff-ffffffffffff";

  @BeforeEach
  void standing() throws SQLException {
    Baskets.recorded();
    String run =
        Runs.completed(
            Api.SALES,
            Runs.aRun("associations", Map.of("currency", Baskets.CURRENCY, "support", "0.2")));
    execute(
        "update analysis_run set id = uuid_to_bin(?), requested_by = 'kexin'"
            + " where id = uuid_to_bin(?)",
        LATEST,
        run);
  }

  @AfterEach
  void noLongerStanding() throws SQLException {
    execute("delete from analysis_run where id = uuid_to_bin(?)", LATEST);
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

  @Test
  void whatTheCustomerHasLeadsToAnOfferWithItsRule() {
    // Bought in another currency than the rules are of: what somebody has they have.
    String customer = Baskets.customerWith(Baskets.PAPER, Baskets.SAUCER);

    recommended(Api.SALES, customer)
        .body("offers.product.name", contains("Pen", "Cup"))
        .body("offers.rank", contains(1, 2))
        .body("offers[0].score", equalTo(1.0f))
        .body("offers.find { it.product.name == 'Pen' }.because.name", contains("Paper"))
        .body("offers.find { it.product.name == 'Pen' }.count", equalTo(12))
        .body("offers[0].reason", startsWith("100 % of the baskets with Paper hold Pen too, 3.5"))
        .body("reason", nullValue())
        .body("withheld", nullValue())
        .body("asOf", notNullValue())
        .body("masked", hasSize(0));
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
            startsWith("100 % of the baskets with Saucer hold Cup too"));
  }

  @Test
  void aCustomerThatIsNotThereIsNotFound() {
    Api.as(Api.SALES).get(PATH, LATEST).then().statusCode(404);
  }
}
