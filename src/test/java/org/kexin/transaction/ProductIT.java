package org.kexin.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kexin.testing.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ProductIT {

  @Test
  void codesThatDifferInLetterCaseAreTwoProducts() {
    String code = Shop.fresh("85123A");
    String upper = Shop.aProduct(code);
    String lower = Shop.aProduct(code.toLowerCase(Locale.ROOT));

    assertThat(lower).isNotEqualTo(upper);
    Shop.as("analyst")
        .get("/v1/products?code=" + code)
        .then()
        .statusCode(200)
        .body("items.id", contains(upper));
    Shop.writing("admin", Map.of("code", code, "name", "Another"))
        .post("/v1/products")
        .then()
        .statusCode(409)
        .body("code", equalTo("already-exists"));
  }

  @Test
  void aPatchChangesWhatItNamesAndNeedsTheVersion() {
    String id = Shop.aProduct();
    patch(id, "\"0\"", "{\"category\":\"home\"}").then().statusCode(200).header("ETag", "\"1\"");
    Shop.as("sales")
        .get("/v1/products/" + id)
        .then()
        .header("ETag", "\"1\"")
        .body("name", equalTo("Mug"))
        .body("category", equalTo("home"));

    patch(id, "\"0\"", "{}").then().statusCode(412);
    patch(id, "\"1\"", "{\"code\":\"other\"}")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/code"));
    patch(id, "\"1\"", "{\"name\":null}")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/name"));
    patch(id, "\"1\"", "{\"category\":null}").then().statusCode(200);
    Shop.as("sales").get("/v1/products/" + id).then().body("category", nullValue());
  }

  @Test
  void whatIsWrongWithAProductIsSaidAtOnce() {
    Map<String, Object> product =
        Map.of("code", " padded ", "name", "", "category", "x".repeat(101));

    Shop.writing("data-steward", product)
        .post("/v1/products")
        .then()
        .statusCode(400)
        .body("errors.pointer", containsInAnyOrder("/code", "/name", "/category"));
  }

  @Test
  void theListIsInTheOrderAskedFor() {
    String prefix = Shop.fresh("list");
    List<String> codes = List.of(prefix + "-a", prefix + "-b", prefix + "-c");
    codes.forEach(Shop::aProduct);

    Response page = Shop.as("partner").get("/v1/products?sort=-createdAt&pageSize=2");
    page.then().statusCode(200).body("items.code", contains(codes.get(2), codes.get(1)));
    Shop.as("partner")
        .get("/v1/products?sort=-createdAt&pageSize=1&pageToken=" + page.path("nextPageToken"))
        .then()
        .body("items.code", contains(codes.get(0)));
    Shop.as("partner")
        .get("/v1/products?sort=code&pageToken=" + page.path("nextPageToken"))
        .then()
        .statusCode(400)
        .body("code", equalTo("page-token-invalid"));
  }

  @Test
  void salesMayNotMakeProductsAndCustomersMayNotListThem() {
    Shop.writing("sales", Map.of("code", "x", "name", "y"))
        .post("/v1/products")
        .then()
        .statusCode(403);
    Shop.as("customer").get("/v1/products").then().statusCode(403);
  }

  private static Response patch(String id, String ifMatch, String body) {
    return Shop.as("data-steward")
        .header("If-Match", ifMatch)
        .contentType("application/merge-patch+json")
        .body(body)
        .patch("/v1/products/" + id);
  }
}
