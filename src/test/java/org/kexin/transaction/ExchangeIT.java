package org.kexin.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Orders;

/** Exchanges: both halves or neither, each naming the other. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ExchangeIT {

  private String customer = "";
  private String order = "";
  private Map<String, Object> returned = Map.of();
  private Map<String, Object> replacement = Map.of();

  @BeforeEach
  void somethingWasBought() {
    customer = created(aPerson());
    String product = Orders.aProduct();
    order = Orders.recorded(Orders.order(customer, "CNY", Orders.line(product, 2, "9.90")));
    returned = Orders.returned(customer, "CNY", Orders.back(order, product, 2, "9.90"));
    replacement = Orders.order(customer, "CNY", Orders.line(Orders.aProduct(), 1, "12.50"));
  }

  @Test
  void eachHalfNamesTheOther() {
    ValidatableResponse done = exchange(returned, replacement).statusCode(200);
    String back = done.extract().path("returnId");
    String out = done.extract().path("replacementId");
    read(back)
        .body("kind", equalTo("RETURN"))
        .body("exchangedFor", equalTo(out))
        .body("total.amount", equalTo("-19.80"))
        .body("lines[0].returnOf.transactionId", equalTo(order));
    read(out)
        .body("kind", equalTo("ORDER"))
        .body("exchangedFor", equalTo(back))
        .body("total.amount", equalTo("12.50"));
    read(order).body("lines[0].returnedQuantity", equalTo(2));
  }

  @Test
  void goodsThatCameBackAreNotExchangedAgain() throws SQLException {
    exchange(returned, replacement).statusCode(200);
    exchange(
            with(returned, "number", "again-" + order),
            with(replacement, "number", "again-too-" + order))
        .statusCode(409)
        .body("code", equalTo("return-exceeds-purchase"));
    assertThat(sales()).isEqualTo(3);
  }

  @Test
  void ifOneHalfIsRefusedTheOtherIsNotRecorded() throws SQLException {
    exchange(returned, Orders.order(customer, "CNY", Orders.line("NO-SUCH-PRODUCT", 1, "12.50")))
        .statusCode(400)
        .body("errors.pointer", contains("/replacement/lines/0/productCode"));
    read(order).body("lines[0].returnedQuantity", equalTo(0));
    assertThat(sales()).isEqualTo(1);
  }

  @Test
  void whatIsNoExchangeIsRefused() throws SQLException {
    refused(replacement, returned, "kind-mismatch", "kind-mismatch");
    refused(returned, with(replacement, "currency", "USD"), "currency-mismatch");
    refused(returned, with(replacement, "customerId", created(aPerson())), "customer-mismatch");
    assertThat(sales()).isEqualTo(1);
  }

  private static void refused(Object returned, Object replacement, String... codes) {
    exchange(returned, replacement).statusCode(400).body("errors.code", contains((Object[]) codes));
  }

  private static ValidatableResponse exchange(Object returned, Object replacement) {
    return Api.writing(SERVICE_AGENT)
        .body(Map.of("returned", returned, "replacement", replacement))
        .post("/v1/exchanges")
        .then();
  }

  private static ValidatableResponse read(String id) {
    return Api.as(SERVICE_AGENT).get("/v1/transactions/{id}", id).then().statusCode(200);
  }

  private int sales() throws SQLException {
    return Database.rows(
            "select 1 from sales_transaction where customer_id = ?", Database.bytes(customer))
        .size();
  }
}
