package org.kexin.analysis.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Runs;

/** What the baskets of {@link Baskets} tell. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class AssociationIT {

  private static final String PATH = "/v1/analysis/associations";

  @BeforeEach
  void baskets() {
    Baskets.recorded();
  }

  /** With a support of .25, twelve of 46 baskets are enough. */
  private static ValidatableResponse asked(String role, String... parameters) {
    Map<String, String> all = new HashMap<>(Map.of("currency", Baskets.CURRENCY, "support", ".25"));
    for (int i = 0; i < parameters.length; i += 2) {
      all.put(parameters[i], parameters[i + 1]);
    }
    return Api.as(role).queryParams(all).get(PATH).then();
  }

  private static List<String> said(JsonPath answer) {
    List<List<String>> left = answer.getList("rules.antecedent.name");
    List<List<String>> right = answer.getList("rules.consequent.name");
    return IntStream.range(0, left.size())
        .mapToObj(i -> String.join("+", left.get(i)) + " > " + String.join("+", right.get(i)))
        .toList();
  }

  @Test
  void rulesHaveTheirMeasuresLabelsAndCustomers() {
    JsonPath answer =
        asked(Api.SALES)
            .statusCode(200)
            .body("about.currency", equalTo(Baskets.CURRENCY))
            .body("about.n", equalTo(46))
            .body("profile.baskets", equalTo(46))
            .body("profile.items", equalTo(5))
            .body("profile.topItems[0].items[0].name", equalTo("Cup"))
            .body("profile.topItems[0].count", equalTo(22))
            .body("minimumCount", equalTo(12))
            .body("rulesFound", equalTo(4))
            .body("rulesHeldBack", equalTo(0))
            .body("sets.found", equalTo(7))
            .body("sets.byLength.length", contains(1, 2))
            .body("sets.byLength.sets", contains(5, 2))
            .body("cuts", hasSize(0))
            .extract()
            .jsonPath();

    // Paper and pen: 12 of 46, 12 and 13. Cup and saucer: 12 of 46, 22 and 12.
    assertThat(said(answer))
        .containsExactly("Paper > Pen", "Pen > Paper", "Saucer > Cup", "Cup > Saucer");
    assertThat(answer.getDouble("rules[0].confidence")).isEqualTo(1);
    assertThat(answer.getDouble("rules[0].lift")).isCloseTo(46.0 / 13, within(1e-6));
    assertThat(answer.getString("rules[0].conviction")).isNull();
    assertThat(answer.getString("rules[0].convictionReason")).isEqualTo("NEVER_WRONG");
    assertThat(answer.getInt("rules[0].customers")).isEqualTo(12);
    assertThat(answer.getDouble("rules[3].confidence")).isCloseTo(12.0 / 22, within(1e-6));
    assertThat(answer.getDouble("rules[3].leverage"))
        .isCloseTo(12.0 / 46 - 22.0 / 46 * 12 / 46, within(1e-6));
    assertThat(answer.getString("rules[0].antecedent[0].code")).isEqualTo(Baskets.PAPER);
  }

  /** One customer alone had a pen without paper. */
  @Test
  void anAnalystSeesNoRuleWhoseCounterexamplesAreFew() {
    JsonPath answer =
        asked(Api.ANALYST)
            .statusCode(200)
            .body("rulesHeldBack", equalTo(2))
            .body("sets.heldBack", equalTo(1))
            .body("sets.found", equalTo(6))
            .extract()
            .jsonPath();

    assertThat(said(answer)).containsExactly("Saucer > Cup", "Cup > Saucer");
  }

  @Test
  void anAnalystSeesNoRuleOfFewCustomersHoweverSmallTheSupport() {
    asked(Api.ANALYST, "support", "0.02", "confidence", "0")
        .statusCode(200)
        .body("rules.antecedent.flatten().name", not(hasItem("Ruler")));
  }

  @Test
  void anAnalystChoosesNoPeriodToSubtract() {
    asked(Api.ANALYST, "from", "2026-01-01").statusCode(400);
    asked(Api.ANALYST, "to", "2026-12-31").statusCode(400);
    asked(Api.SALES, "from", "2026-03-02").statusCode(200).body("profile.baskets", equalTo(0));
  }

  @Test
  void categoriesAndWholeCustomersAreBasketsToo() {
    asked(Api.SALES, "by", "category")
        .statusCode(200)
        .body("profile.items", equalTo(2))
        .body("profile.topItems[0].items[0].code", equalTo("kitchen"))
        .body("profile.topItems[0].items[0].productId", nullValue())
        .body("about.leftOut.find { it.code == 'NO_CATEGORY' }.count", equalTo(12));
    asked(Api.SALES, "per", "customer")
        .statusCode(200)
        .body("profile.baskets", equalTo(46))
        .body("about.parameters.anonymous", equalTo("EXCLUDED"));
  }

  @Test
  void setsMayBeClosedOrMaximal() {
    // Paper never comes without a pen, nor a saucer without a cup.
    asked(Api.SALES, "sets", "closed").body("sets.byLength.sets", contains(3, 2));
    asked(Api.SALES, "sets", "maximal").body("sets.byLength.sets", contains(1, 2));
  }

  @Test
  void moreRulesThanAskedForAreCutAndSaidSo() {
    asked(Api.SALES, "limit", "1", "order", "support")
        .statusCode(200)
        .body("rules", hasSize(1))
        .body("rulesFound", equalTo(4))
        .body("cuts.code", hasItem("MORE_RULES"));
  }

  @Test
  void whatIsNoShareOrWordIsRefused() {
    Api.as(Api.SALES).queryParam("support", 0).get(PATH).then().statusCode(400);
    asked(Api.SALES, "confidence", "1.5").statusCode(400);
    asked(Api.SALES, "limit", "501").statusCode(400);
    asked(Api.SALES, "per", "shelf").statusCode(400);
  }

  @Test
  void aRunHasTheBytesOfTheRequest() {
    String id =
        Runs.completed(
            Api.ANALYST,
            Runs.aRun("associations", Map.of("currency", Baskets.CURRENCY, "support", "0.25")));
    Map<String, String> parameters = Runs.ended(Api.ANALYST, id).getMap("parameters");

    byte[] asked = Api.as(Api.ANALYST).queryParams(parameters).get(PATH).asByteArray();

    assertThat(new String(Runs.result(Api.ANALYST, id), StandardCharsets.UTF_8))
        .isEqualTo(new String(asked, StandardCharsets.UTF_8));
  }

  @Test
  void theRulesCanBeLookedAt() {
    String svg =
        Api.as(Api.SALES)
            .header("Accept", "image/svg+xml")
            .header("Accept-Language", "zh-CN")
            .queryParam("currency", Baskets.CURRENCY)
            .get(PATH)
            .then()
            .statusCode(200)
            .contentType("image/svg+xml")
            .extract()
            .asString();

    assertThat(svg).startsWith("<svg ").contains("关联商品", "提升度").endsWith("</svg>");
  }
}
