package org.kexin.analysis.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Runs;

/** Which products of {@link Baskets} the same customers buy. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ProductSimilarityIT {

  private static final String PATH = "/v1/analysis/product-similarities";

  @BeforeEach
  void baskets() {
    Baskets.recorded();
  }

  private static ValidatableResponse asked(String role, String... parameters) {
    Map<String, String> all = new HashMap<>(Map.of("currency", Baskets.CURRENCY));
    for (int i = 0; i < parameters.length; i += 2) {
      all.put(parameters[i], parameters[i + 1]);
    }
    return Api.as(role).queryParams(all).get(PATH).then();
  }

  /** A pen 13, paper 12, both 12; a cup 22, a saucer 12, both 12; pen and ruler 1. */
  @Test
  void aProductHasThoseThatItsCustomersBuy() {
    JsonPath answer =
        asked(Api.SALES)
            .statusCode(200)
            .body("about.currency", equalTo(Baskets.CURRENCY))
            .body("about.parameters.per", equalTo("CUSTOMER"))
            .body("about.parameters.anonymous", equalTo("EXCLUDED"))
            .body("baskets", equalTo(46))
            .body("items", equalTo(5))
            .body("compared", equalTo(5))
            .body("heldBack", equalTo(0))
            .body("products.product.name", contains("Cup", "Pen", "Paper", "Saucer"))
            .body("products.count", contains(22, 13, 12, 12))
            .body("products[1].similar", hasSize(1))
            .body("products[1].similar[0].product.code", equalTo(Baskets.PAPER))
            .body("products[1].similar[0].common", equalTo(12))
            .body("products[1].similar[0].count", equalTo(12))
            .body("products[1].similar[0].customers", equalTo(12))
            .body("cuts", hasSize(0))
            .extract()
            .jsonPath();

    assertThat(answer.getDouble("products[0].similar[0].similarity"))
        .isCloseTo(12 / Math.sqrt(22 * 12), within(1e-6));
    assertThat(answer.getDouble("products[1].similar[0].similarity"))
        .isCloseTo(12 / Math.sqrt(13 * 12), within(1e-6));
  }

  @Test
  void jaccardIsOfThoseWithEither() {
    JsonPath answer =
        asked(Api.SALES, "similarity", "jaccard", "minimumCommon", "1").extract().jsonPath();

    assertThat(answer.getDouble("products[0].similar[0].similarity"))
        .isCloseTo(12.0 / 22, within(1e-6));
    assertThat(answer.getList("products[1].similar.product.name"))
        .isEqualTo(List.of("Paper", "Ruler"));
    assertThat(answer.getDouble("products[1].similar[1].similarity"))
        .isCloseTo(1.0 / 24, within(1e-6));
  }

  /** One customer alone had a pen without paper, and one a pen with a ruler. */
  @Test
  void anAnalystSeesNoPairThatFewCustomersTellApart() {
    for (String common : new String[] {"1", "10"}) {
      asked(Api.ANALYST, "minimumCommon", common)
          .statusCode(200)
          .body("products.product.name", contains("Cup", "Saucer"))
          .body("heldBack", equalTo(common.equals("1") ? 4 : 2));
    }
    asked(Api.ANALYST, "from", "2026-01-01").statusCode(400);
  }

  @Test
  void anOrderMayBeWhatBelongsTogether() {
    asked(Api.SALES, "per", "basket")
        .body("about.parameters.anonymous", equalTo("INCLUDED"))
        .body("baskets", equalTo(46))
        .body("products[0].similar[0].customers", equalTo(12));
    asked(Api.ANALYST, "per", "basket").body("products.product.name", contains("Cup", "Saucer"));
  }

  @Test
  void whatIsNotComparedIsSaid() {
    asked(Api.SALES, "products", "1", "neighbours", "1")
        .body("products.product.name", contains("Cup"))
        .body("compared", equalTo(1))
        .body("items", equalTo(5))
        .body("cuts.code", hasItem("MORE_ITEMS"));
  }

  @Test
  void whatIsOutOfRangeIsRefused() {
    asked(Api.SALES, "products", "1001").statusCode(400);
    asked(Api.SALES, "neighbours", "0").statusCode(400);
    asked(Api.SALES, "minimumCommon", "0").statusCode(400);
    asked(Api.SALES, "similarity", "pearson").statusCode(400);
    asked(Api.SALES, "per", "shelf").statusCode(400);
  }

  @Test
  void aRunHasTheBytesOfTheRequest() {
    String id =
        Runs.completed(
            Api.ANALYST, Runs.aRun("product-similarities", Map.of("currency", Baskets.CURRENCY)));
    Map<String, String> parameters = Runs.ended(Api.ANALYST, id).getMap("parameters");

    byte[] asked = Api.as(Api.ANALYST).queryParams(parameters).get(PATH).asByteArray();

    assertThat(new String(Runs.result(Api.ANALYST, id), StandardCharsets.UTF_8))
        .isEqualTo(new String(asked, StandardCharsets.UTF_8));
  }

  @Test
  void theLikenessCanBeLookedAt() {
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

    assertThat(svg).startsWith("<svg ").contains("同客共购商品", "相似度", "74%").endsWith("</svg>");
  }
}
