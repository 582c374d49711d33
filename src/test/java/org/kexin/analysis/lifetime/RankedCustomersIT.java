package org.kexin.analysis.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.analysis.lifetime.LifetimeCases.ASKED;
import static org.kexin.analysis.lifetime.LifetimeCases.MOST_VALUABLE;
import static org.kexin.analysis.lifetime.LifetimeCases.REGULARS;
import static org.kexin.analysis.lifetime.LifetimeCases.TO;
import static org.kexin.analysis.lifetime.LifetimeCases.WIN_BACKS;
import static org.kexin.analysis.lifetime.LifetimeCases.json;
import static org.kexin.analysis.lifetime.LifetimeCases.outlooks;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kexin.analysis.algorithm.lifetime.CustomerOutlook;
import org.kexin.analysis.algorithm.lifetime.MostValuableList;
import org.kexin.analysis.algorithm.lifetime.WinBackList;
import org.kexin.testing.Api;
import org.kexin.testing.Consents;
import org.kexin.testing.LocalParts;
import org.kexin.testing.PrivacyCalls;

/** Customers in order, against the algorithm's own lists, and who is in none of them. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class RankedCustomersIT {

  @BeforeEach
  void sales() {
    REGULARS.ids();
  }

  @Test
  void winBacksAreRankedByValueAtRisk() {
    WinBackList<UUID> expected = WinBackList.of(outlooks(), 1_000);

    JsonPath answer = json(Api.SALES, WIN_BACKS, ASKED);

    assertThat(answer.getList("items.customerId", String.class))
        .containsExactlyElementsOf(ids(expected.customers()));
    CustomerOutlook<UUID> first = expected.customers().getFirst();
    assertThat(answer.getInt("items[0].rank")).isEqualTo(1);
    assertThat(answer.getInt("items[0].repeats")).isEqualTo(first.history().repeats());
    assertThat(answer.getDouble("items[0].activeProbability"))
        .isCloseTo(first.probabilityAlive(), within(1e-4));
    assertThat(answer.getDouble("items[0].valueAtRisk"))
        .isCloseTo(first.valueAtRisk().orElseThrow(), within(0.1));
    long days = Math.round(first.recency() * 7);
    assertThat(answer.getString("items[0].lastDay")).isEqualTo(TO.minusDays(days).toString());
    assertThat(answer.getList("items[0].reasons.code"))
        .containsExactly("LAST_PURCHASE", "PURCHASE_DAYS", "ACTIVE_PROBABILITY", "MEAN_VALUE");
  }

  @Test
  void aPageGoesOnBehindTheLastRank() {
    JsonPath first = page(null);
    JsonPath second = page(first.getString("nextPageToken"));

    assertThat(first.getList("items.rank")).containsExactly(1, 2, 3, 4, 5);
    assertThat(second.getList("items.rank")).containsExactly(6, 7, 8, 9, 10);
  }

  @Test
  void whoObjectsToProfilingIsInNoListAndForMarketingNorIsWhoDoesNotAgree() {
    String objecting = REGULARS.ids().get(3);
    String agreeing = REGULARS.ids().get(4);
    PrivacyCalls.answer(PrivacyCalls.identified(objecting, "OBJECTION_PROFILING")).statusCode(200);
    Consents.record(agreeing, Consents.given("PROFILING"));
    try {
      for (String list : List.of(WIN_BACKS, MOST_VALUABLE)) {
        Api.as(Api.SALES)
            .queryParams(ASKED)
            .get(list)
            .then()
            .statusCode(200)
            .body("items.customerId", hasItem(agreeing))
            .body("items.customerId", not(hasItem(objecting)))
            .body("about.leftOut.code", hasItem("NO_PROFILING_CONSENT"));
        assertThat(json(Api.MARKETING, list, ASKED).getList("items.customerId"))
            .containsExactly(agreeing);
      }
      Api.as(Api.SALES)
          .get("/v1/customers/{id}/insights", objecting)
          .then()
          .statusCode(200)
          .body("withheld", equalTo("NO_PROFILING"))
          .body("insights", nullValue());
    } finally {
      PrivacyCalls.answer(PrivacyCalls.identified(objecting, "LIFT_OBJECTIONS")).statusCode(200);
      Consents.record(agreeing, Consents.withdrawn("PROFILING"));
    }
  }

  @Test
  void theMostValuableAreRankedByWhatIsExpectedOrByWhatTheyBought() {
    MostValuableList<UUID> expected = MostValuableList.of(outlooks(), 1_000);
    assertThat(json(Api.SALES, MOST_VALUABLE, ASKED).getList("items.customerId", String.class))
        .containsExactlyElementsOf(ids(expected.customers()));

    // Place 4: five orders of 4, 2, 5, 3 and 1 pieces; so have 9, 14 and 19, who come after by id.
    JsonPath revenue =
        json(
            Api.SALES,
            MOST_VALUABLE,
            Map.of("currency", REGULARS.currency(), "to", TO.toString(), "by", "revenue"));
    assertThat(revenue.getString("items[0].value")).isEqualTo("750.00");
    assertThat(revenue.getString("items[0].customerId")).isEqualTo(REGULARS.ids().get(4));
    assertThat(revenue.getString("items[0].reasons[0].detail"))
        .isEqualTo("5 orders for 750.00 BZD.");
  }

  private static JsonPath page(@Nullable String token) {
    var request = Api.as(Api.SALES).queryParams(ASKED).queryParam("pageSize", 5);
    return (token == null ? request : request.queryParam("pageToken", token))
        .get(WIN_BACKS)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static List<String> ids(List<CustomerOutlook<UUID>> outlooks) {
    return outlooks.stream().map(outlook -> outlook.customer().toString()).toList();
  }
}
