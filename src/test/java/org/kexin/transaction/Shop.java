package org.kexin.transaction;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.kexin.testing.Tokens;

/** Products, customers and transactions made over HTTP, with numbers that nobody else has. */
final class Shop {

  static final String SOURCE = "shop-test";
  private static final String RUN = Long.toString(System.nanoTime(), Character.MAX_RADIX);
  private static final AtomicInteger DRAWN = new AtomicInteger();

  private Shop() {}

  /** A text that is new each time and in each run. */
  static String fresh(String prefix) {
    return prefix + "-" + RUN + "-" + DRAWN.incrementAndGet();
  }

  static RequestSpecification as(String role) {
    return given().header("Authorization", "Bearer " + Tokens.of(role));
  }

  /** A request by somebody of customer service, for service. */
  static RequestSpecification looking() {
    return as("service-agent").header("Purpose-Of-Use", "service");
  }

  static RequestSpecification writing(String role, Object body) {
    return as(role)
        .header("Idempotency-Key", fresh("key"))
        .contentType(ContentType.JSON)
        .body(body);
  }

  static String aProduct(String code) {
    return created(
        writing("data-steward", Map.of("code", code, "name", "Mug")).post("/v1/products"));
  }

  static String aProduct() {
    return aProduct(fresh("SKU"));
  }

  static String aCustomer() {
    Map<String, Object> customer =
        Map.of("kind", "INDIVIDUAL", "name", "张伟", "source", "SALES_RECORD");
    return created(writing("sales", customer).post("/v1/customers"));
  }

  static Map<String, Object> line(String product, int quantity, String price) {
    return Map.of("productId", product, "quantity", quantity, "unitPrice", price);
  }

  static Map<String, Object> lineBack(String product, int quantity, String order, int lineNo) {
    return Map.of(
        "productId",
        product,
        "quantity",
        quantity,
        "unitPrice",
        "2.55",
        "returnOf",
        Map.of("transactionId", order, "lineNo", lineNo));
  }

  static Map<String, Object> anOrder(@Nullable String customer, List<Map<String, Object>> lines) {
    return document("ORDER", customer, "2026-03-01T08:26:00Z", lines);
  }

  static Map<String, Object> aReturn(@Nullable String customer, List<Map<String, Object>> lines) {
    return document("RETURN", customer, "2026-03-02T08:26:00Z", lines);
  }

  static Map<String, Object> document(
      String kind, @Nullable String customer, String at, List<Map<String, Object>> lines) {
    Map<String, Object> document = new java.util.HashMap<>();
    document.put("kind", kind);
    document.put("source", SOURCE);
    document.put("number", fresh("N"));
    document.put("channel", "SHOP");
    document.put("currency", "GBP");
    document.put("occurredAt", at);
    document.put("lines", lines);
    if (customer != null) {
      document.put("customerId", customer);
    }
    return document;
  }

  static Response record(Object transaction) {
    return writing("sales", transaction).post("/v1/transactions");
  }

  static String recorded(Object transaction) {
    return created(record(transaction));
  }

  static ValidatableResponse read(String transaction) {
    return looking().get("/v1/transactions/" + transaction).then().statusCode(200);
  }

  /** A request with a key of the caller's choice. */
  static Response send(String key, String path, Map<String, Object> body) {
    return as("sales")
        .header("Idempotency-Key", key)
        .contentType(ContentType.JSON)
        .body(body)
        .post(path);
  }

  /** A UUID of version 7 that nobody has. */
  static String aFreshId() {
    return "0192f1c4-7d5e-7a3b-9c1d-%012x".formatted(System.nanoTime() & 0xFFFF_FFFF_FFFFL);
  }

  private static String created(Response response) {
    return response.then().statusCode(201).extract().path("id");
  }
}
