package org.kexin.analysis.effect;

import static io.restassured.path.json.config.JsonPathConfig.jsonPathConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.analysis.effect.TrialPromotion.BUYING_CONTROLS;
import static org.kexin.analysis.effect.TrialPromotion.BUYING_TARGETS;
import static org.kexin.analysis.effect.TrialPromotion.CONTACTED;
import static org.kexin.analysis.effect.TrialPromotion.CONTROLS;
import static org.kexin.analysis.effect.TrialPromotion.CURRENCY;
import static org.kexin.analysis.effect.TrialPromotion.ELSEWHERE;
import static org.kexin.analysis.effect.TrialPromotion.TARGETS;
import static org.kexin.analysis.effect.TrialPromotion.WITHIN;
import static org.kexin.analysis.effect.TrialPromotion.ordered;
import static org.kexin.analysis.effect.TrialPromotion.promotion;
import static org.kexin.testing.People.created;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.Promotions;
import org.kexin.testing.Runs;

/**
 * The effect of the {@link TrialPromotion}: since how many customers are in which arm is drawn, the
 * expected figures are computed from that number by their definitions.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class EffectIT {

  @BeforeEach
  void promote() throws SQLException {
    TrialPromotion.promote();
  }

  @Test
  void theEffectIsTheDifferenceToTheControlGroup() {
    JsonPath answer =
        asked(Api.SALES, Map.of("windowDays", "90", "marginPercent", "30"))
            .statusCode(200)
            .body("basis", equalTo("INCREMENTAL"))
            .body("complete", equalTo(true))
            .body("about.window.from", equalTo("2026-01-01"))
            .body("about.window.to", equalTo("2026-03-31"))
            .body("about.currency", equalTo(CURRENCY))
            .body("about.n", equalTo(BUYING_TARGETS + BUYING_CONTROLS))
            .body("about.parameters", hasEntry("marginPercent", "30"))
            .body("about.leftOut.code", hasItem("OTHER_CURRENCY"))
            .body("arms.name", contains("TARGET", "CONTROL"))
            .body("arms.buyers", contains(BUYING_TARGETS, BUYING_CONTROLS))
            .body("arms.revenue", contains("1200.00", "500.00"))
            .body("warnings.code", hasItem("SEVERAL_COMPARISONS"))
            .extract()
            .jsonPath(jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE));
    double t = TARGETS.size();
    double c = CONTROLS.size();
    double p1 = BUYING_TARGETS / t;
    double p2 = BUYING_CONTROLS / c;
    double pooled = (BUYING_TARGETS + BUYING_CONTROLS) / (t + c);
    near(answer, "conversion.difference", p1 - p2);
    near(answer, "conversion.z", (p1 - p2) / Math.sqrt(pooled * (1 - pooled) * (1 / t + 1 / c)));
    near(answer, "conversion.relativeUplift", p1 / p2 - 1);
    double difference = 1_200 / t - 500 / c;
    near(answer, "spend.difference", difference);
    near(
        answer,
        "spend.standardError",
        Math.sqrt(variance(t, BUYING_TARGETS, 100) / t + variance(c, BUYING_CONTROLS, 50) / c));
    near(answer, "earned.revenue", difference * t, 1e-4);
    // 100 + 11 · 0.50 + 1 · 1 + a discount of 5.
    assertThat(answer.getDouble("earned.cost")).isEqualTo(111.5);
    near(answer, "earned.profit", .3 * difference * t - 111.5, 1e-4);
    near(answer, "earned.returnOnInvestment", (.3 * difference * t - 111.5) / 111.5);
    // A half of the pairs of non-buyers are ties; a target who bought is above all controls.
    double won = BUYING_TARGETS * c + (t - BUYING_TARGETS) * (c - BUYING_CONTROLS) / 2;
    near(answer, "ranks.u", won);
    double planned = (t + c) / 2;
    near(answer, "sampleRatio.chiSquare", 2 * (t - planned) * (t - planned) / planned);
  }

  /** With n values of which some are alike and the others 0. */
  private static double variance(double n, int some, double value) {
    double mean = some * value / n;
    return (some * value * value - n * mean * mean) / (n - 1);
  }

  @Test
  void itSaysWhomItReached() {
    asked(Api.SALES, Map.of("windowDays", "90"))
        .statusCode(200)
        .body("reach.targets", equalTo(TARGETS.size()))
        .body("reach.controls", equalTo(CONTROLS.size()))
        .body("reach.contacted", equalTo(CONTACTED))
        .body("reach.contacts", equalTo(CONTACTED))
        .body("reach.responders", equalTo(3))
        .body("reach.responses", equalTo(3))
        .body("reach.controlResponders", equalTo(1))
        .body("reach.redeemers", equalTo(1))
        .body("reach.redemptions", equalTo(1));
  }

  @Test
  void returnsAreDeductedWhenAskedForAndTheWindowIsHonoured() {
    asked(Api.SALES, Map.of("windowDays", "90", "returns", "deducted"))
        .statusCode(200)
        .body("arms.revenue", contains("1100.00", "500.00"))
        .body("arms.buyers", contains(BUYING_TARGETS, BUYING_CONTROLS));
    asked(Api.SALES, Map.of("windowDays", "365"))
        .statusCode(200)
        .body("arms.revenue", contains("1200.00", "5000.00"))
        .body("arms.orders", contains(BUYING_TARGETS, 2 * BUYING_CONTROLS));
    asked(Api.SALES, Map.of("windowDays", "0")).statusCode(400);
    asked(Api.SALES, Map.of("marginPercent", "101")).statusCode(400);
  }

  @Test
  void withoutAControlGroupNothingIsCalledAnEffect() {
    String open = Promotions.running(Promotions.aPromotion());
    String customer = created(People.aPerson());
    Promotions.respond(open, Promotions.aResponse(customer, "INTERESTED")).then().statusCode(201);
    ordered(customer, Promotions.aProduct(), "150", "CNY", WITHIN);
    ordered(created(People.aPerson()), Promotions.aProduct(), "150", "CNY", WITHIN);

    Api.as(Api.SALES)
        .queryParam("windowDays", 90)
        .get("/v1/analysis/promotions/{id}/effect", open)
        .then()
        .statusCode(200)
        .body("basis", equalTo("ATTRIBUTED"))
        .body("warnings.code", contains("NO_CONTROL_GROUP"))
        .body("arms", hasSize(1))
        .body("arms[0].name", equalTo("TOOK_PART"))
        .body("arms[0].customers", equalTo(1))
        .body("arms[0].revenue", equalTo("150.00"))
        .body("conversion", nullValue())
        .body("spend", nullValue())
        .body("sampleRatio", nullValue())
        .body("earned.revenue", equalTo("150.0000"))
        .body("earned.interval", nullValue())
        .body("earned.returnOnInvestment", equalTo(0.5F));
  }

  @Test
  void aDraftHasNoEffectAndAnUnknownPromotionIsNotFound() {
    String draft = Promotions.drafted(Promotions.aPromotion());
    Api.as(Api.SALES)
        .get("/v1/analysis/promotions/{id}/effect", draft)
        .then()
        .statusCode(409)
        .body("code", equalTo("promotion-not-running"));
    Api.as(Api.SALES)
        .get("/v1/analysis/promotions/{id}/effect", People.anId())
        .then()
        .statusCode(404);
  }

  @Test
  void itCanBeLookedAt() {
    String svg =
        Api.as(Api.SALES)
            .header("Accept", "image/svg+xml")
            .header("Accept-Language", "zh-CN")
            .queryParam("windowDays", 90)
            .get("/v1/analysis/promotions/{id}/effect", promotion)
            .then()
            .statusCode(200)
            .contentType("image/svg+xml")
            .extract()
            .asString();
    assertThat(svg).startsWith("<svg ").contains("各组购买率").endsWith("</svg>");
  }

  @Test
  void aRunHasTheBytesOfTheRequest() {
    String id =
        Runs.completed(
            Api.SALES,
            Runs.aRun("promotion-effect", Map.of("promotionId", promotion, "windowDays", "90")));
    Map<String, String> parameters =
        new HashMap<>(Runs.ended(Api.SALES, id).<String, String>getMap("parameters"));
    parameters.remove("promotionId");

    assertThat(new String(Runs.result(Api.SALES, id), StandardCharsets.UTF_8))
        .isEqualTo(asked(Api.SALES, parameters).statusCode(200).extract().asString());
  }

  /** One is answered for the other, since the difference of two answers is a few people. */
  @Test
  void anAnalystGetsOneAnswerOnceThePromotionIsOver() throws SQLException {
    asked(Api.ANALYST, Map.of("windowDays", "90")).statusCode(400);
    asked(Api.ANALYST, Map.of("returns", "deducted")).statusCode(400);
    asked(Api.ANALYST, Map.of())
        .statusCode(200)
        .body("arms", hasSize(0))
        .body("reach.targets", nullValue())
        .body("reason", containsString("once the promotion is over"));

    endedOn("2026-04-01 00:00:00");
    asked(Api.ANALYST, Map.of())
        .statusCode(200)
        .body("complete", equalTo(true))
        .body("about.parameters", hasEntry("smallestGroup", "10"))
        .body("arms.revenue", contains("1200.00", "500.00"))
        .body("conversion.difference", not(nullValue()))
        .body("reach.contacted", equalTo(CONTACTED))
        .body("reach.responders", nullValue())
        .body("reach.controlResponders", nullValue())
        .body("reach.redemptions", nullValue())
        .body("earned", nullValue())
        .body("reason", containsString("Fewer than 10"));

    // All sales of that day less those of the arms would be those of one other customer.
    String product = Promotions.aProduct();
    for (int i = 0; i < BUYING_CONTROLS; i++) {
      ordered(created(People.aPerson()), product, "50", i == 0 ? CURRENCY : ELSEWHERE, WITHIN);
    }
    asked(Api.ANALYST, Map.of())
        .statusCode(200)
        .body("about", not(hasKey("n")))
        .body("arms.revenue", everyItem(nullValue()))
        .body("conversion", nullValue())
        .body("ranks", nullValue());
    endedOn(null);
  }

  /** Only the clock of the service says when a promotion ended. */
  private static void endedOn(@Nullable String moment) throws SQLException {
    try (Connection connection = Database.connection();
        PreparedStatement update =
            connection.prepareStatement("update promotion set ended_at = ? where id = ?")) {
      update.setString(1, moment);
      update.setBytes(2, Database.bytes(promotion));
      update.executeUpdate();
    }
  }

  private static void near(JsonPath answer, String path, double expected) {
    near(answer, path, expected, 1e-9 * Math.max(1, Math.abs(expected)));
  }

  private static void near(JsonPath answer, String path, double expected, double by) {
    assertThat(answer.getDouble(path)).as(path).isCloseTo(expected, within(by));
  }

  private static ValidatableResponse asked(String role, Map<String, String> parameters) {
    return Api.as(role)
        .queryParams(parameters)
        .get("/v1/analysis/promotions/{id}/effect", promotion)
        .then();
  }
}
