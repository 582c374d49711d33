package org.kexin.analysis.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kexin.analysis.algorithm.propensity.Observations;
import org.kexin.analysis.algorithm.propensity.PropensityFit;
import org.kexin.analysis.algorithm.propensity.PropensityModel;
import org.kexin.customer.Kind;
import org.kexin.customer.Source;
import org.kexin.testing.Api;
import org.kexin.testing.Consents;
import org.kexin.testing.LocalParts;
import org.kexin.testing.PrivacyCalls;
import org.kexin.testing.Prospects;
import org.kexin.testing.Runs;
import org.kexin.testing.StandingResults;

/** Prospects of 2019, of whom those who were referred bought most. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class PropensityIT {

  private static final Map<String, String> ASKED = Map.of("to", Prospects.TO.toString());
  private static final String PROPENSITY = "/v1/analysis/propensity";
  private static final String PROSPECTS = "/v1/analysis/prospects";

  @BeforeEach
  void prospects() {
    Prospects.ids();
  }

  @Test
  void theModelIsThatOfTheAlgorithm() {
    PropensityFit expected = fit();
    PropensityModel model = expected.model().orElseThrow();

    JsonPath answer = json(Api.SALES, PROPENSITY, ASKED);

    assertThat(answer.getInt("learntFrom")).isEqualTo(Prospects.SIZE);
    assertThat(answer.getInt("buyers")).isEqualTo(Prospects.BUYERS);
    assertThat(answer.getInt("casesNeeded")).isEqualTo(90);
    assertThat(answer.getList("features.name")).isEqualTo(Features.NAMES);
    for (int i = 0; i < model.features().size(); i++) {
      assertThat(answer.getDouble("features[%d].coefficient".formatted(i)))
          .isCloseTo(model.features().get(i).coefficient(), within(1e-6));
    }
    assertThat(answer.getDouble("intercept")).isCloseTo(model.intercept(), within(1e-6));
    assertThat(answer.getDouble("validation.auc"))
        .isCloseTo(Objects.requireNonNull(expected.validation()).auc().orElseThrow(), within(1e-6));
    assertThat(answer.getList("validation.tenths")).hasSize(10);
    assertThat(answer.getString("fairness")).contains("Never looked at: gender, age, income");
  }

  @Test
  void whoWasReferredComesFirst() {
    PropensityModel model = fit().model().orElseThrow();

    JsonPath answer = json(Api.SALES, PROSPECTS, Map.of("to", "2019-12-31", "pageSize", "30"));

    List<String> listed = answer.getList("items.customerId", String.class);
    assertThat(listed)
        .hasSize(30)
        .allMatch(id -> place(id) % 2 == 0 && !Prospects.bought(place(id)));
    double[] values = values(place(listed.getFirst()), Prospects.TO);
    assertThat(answer.getDouble("items[0].probability"))
        .isCloseTo(model.probability(values), within(1e-6));
    assertThat(answer.getString("items[0].reasons[0].code")).isEqualTo("SOURCE_REFERRAL");
    assertThat(answer.getString("items[0].reasons[0].detail"))
        .startsWith("source referral 1 speaks for it");
    assertThat(answer.getString("nextPageToken")).isNotNull();
  }

  @Test
  void whoObjectsIsNotListedAndForMarketingOnlyWhoAgrees() {
    String objecting = Prospects.ids().get(16);
    String agreeing = Prospects.ids().get(18);
    PrivacyCalls.answer(PrivacyCalls.identified(objecting, "OBJECTION_PROFILING")).statusCode(200);
    Consents.record(agreeing, Consents.given("PROFILING"));
    try {
      Api.as(Api.SALES)
          .queryParams(ASKED)
          .queryParam("pageSize", 200)
          .get(PROSPECTS)
          .then()
          .statusCode(200)
          .body("items.customerId", hasItem(agreeing))
          .body("items.customerId", not(hasItem(objecting)));
      assertThat(json(Api.MARKETING, PROSPECTS, ASKED).getList("items.customerId"))
          .containsExactly(agreeing);
      Api.as(Api.ANALYST).queryParams(ASKED).get(PROSPECTS).then().statusCode(403);
    } finally {
      PrivacyCalls.answer(PrivacyCalls.identified(objecting, "LIFT_OBJECTIONS")).statusCode(200);
      Consents.record(agreeing, Consents.withdrawn("PROFILING"));
    }
  }

  @Test
  void anAnalystSeesRoundedCountsAndNothingOfFeaturesThatFewHave() {
    JsonPath answer = json(Api.ANALYST, PROPENSITY, ASKED);

    assertThat(answer.getInt("learntFrom") % 10).isZero();
    assertThat(answer.getInt("buyers") % 10).isZero();
    assertThat(answer.getList("features.mean")).containsOnlyNulls();
    assertThat(answer.getString("about.parameters.smallestGroup")).isEqualTo("10");
  }

  @Test
  void tooFewBuyersGiveNoModelAndNobody() {
    Map<String, String> early = Map.of("to", "2019-03-31", "days", "30");
    Api.as(Api.SALES)
        .queryParams(early)
        .get(PROPENSITY)
        .then()
        .statusCode(200)
        .body("buyers", equalTo(0))
        .body("features", hasSize(0))
        .body("reason", containsString("too few cases"));
    Api.as(Api.SALES)
        .queryParams(early)
        .get(PROSPECTS)
        .then()
        .statusCode(200)
        .body("items", hasSize(0))
        .body("reason", containsString("too few cases"));
  }

  @Test
  void aRunAnswersWhatTheRequestAnswersAndTheChartIsDrawn() {
    String id = Runs.completed(Api.SALES, Runs.aRun("propensity", ASKED));
    Map<String, String> parameters = Runs.ended(Api.SALES, id).getMap("parameters");
    byte[] asked = Api.as(Api.SALES).queryParams(parameters).get(PROPENSITY).asByteArray();
    assertThat(new String(Runs.result(Api.SALES, id), StandardCharsets.UTF_8))
        .isEqualTo(new String(asked, StandardCharsets.UTF_8));

    assertThat(
            Api.as(Api.SALES)
                .header("Accept", "image/svg+xml")
                .header("Accept-Language", "zh-CN")
                .queryParams(ASKED)
                .get(PROPENSITY)
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .extract()
                .asString())
        .contains("按潜在客户十分位触达的购买者");
  }

  @Test
  void theInsightOfOneProspectIsByTheStandingModel() {
    StandingResults.of("propensity", ASKED);
    int place = 18;

    Map<String, Object> insight =
        Api.as(Api.SALES)
            .get("/v1/customers/{id}/insights", Prospects.ids().get(place))
            .jsonPath()
            .getMap("insights.find { it.code == 'first-purchase' }");

    double expected =
        fit().model().orElseThrow().probability(values(place, LocalDate.now(ZoneOffset.UTC)));
    assertThat(Double.parseDouble(String.valueOf(insight.get("value"))))
        .isCloseTo(expected, within(1e-3));
    assertThat(String.valueOf(insight.get("reasons"))).contains("SOURCE_REFERRAL");
  }

  @Test
  void parametersThatCannotBeAreRefused() {
    Map.of("days", "6", "to", "yesterday")
        .forEach(
            (name, value) ->
                Api.as(Api.SALES)
                    .queryParam(name, value)
                    .get(PROPENSITY)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("parameter-invalid")));
  }

  private static JsonPath json(String role, String path, Map<String, String> asked) {
    return Api.as(role).queryParams(asked).get(path).then().statusCode(200).extract().jsonPath();
  }

  /** The algorithm on the same facts. */
  private static PropensityFit fit() {
    Observations observations = new Observations(Features.NAMES);
    LocalDate earlier = Prospects.TO.minusDays(90);
    for (int place = 0; place < Prospects.SIZE; place++) {
      observations.add(
          UUID.fromString(Prospects.ids().get(place)).getLeastSignificantBits(),
          values(place, earlier),
          Prospects.bought(place));
    }
    return PropensityFit.of(observations, PropensityFit.Parameters.defaults());
  }

  private static double[] values(int place, LocalDate day) {
    LocalDate since = LocalDate.of(2019, 1, 1).plusDays(place % 180);
    return Features.values(
        Features.traits(
            Kind.INDIVIDUAL, Prospects.wasReferred(place) ? Source.REFERRAL : Source.WEBSITE),
        ChronoUnit.DAYS.between(since, day),
        new int[4]);
  }

  private static int place(String id) {
    return Prospects.ids().indexOf(id);
  }
}
