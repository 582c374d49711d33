package org.kexin.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Orders;
import org.kexin.testing.People;
import org.kexin.testing.Together;

/** Payments: never more than the total, never another currency; and how customers pay. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class PaymentIT {

  private static final String PAYMENTS = "/v1/transactions/{id}/payments";

  @Test
  void paymentsAddUpToTheTotalAndNoFurther() {
    String order = order(created(aPerson()), "10.00", "2099-03-31");
    read(order).body("state", equalTo("OPEN")).body("due.amount", equalTo("10.00"));
    pay(order, "4.00", "CNY", "2026-03-02").statusCode(201);
    read(order).body("state", equalTo("PARTLY_PAID")).body("paid.amount", equalTo("4.00"));
    pay(order, "6.01", "CNY", "2026-03-03")
        .statusCode(409)
        .body("code", equalTo("payment-exceeds-total"));
    pay(order, "6.00", "CNY", "2026-03-03").statusCode(201);
    read(order)
        .body("state", equalTo("PAID"))
        .body("items.amount.amount", contains("4.00", "6.00"));
  }

  @Test
  void manyAtOnceNeverPayMoreThanTheTotal() throws Exception {
    String order = order(created(aPerson()), "10.00", "2099-03-31");
    List<Callable<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      all.add(() -> pay(order, "1.00", "CNY", "2026-03-02").extract().statusCode());
    }
    assertThat(Together.run(all)).filteredOn(status -> status == 201).hasSize(10);
    read(order).body("paid.amount", equalTo("10.00")).body("items", hasSize(10));
  }

  @Test
  void anotherCurrencyIsRefusedAndNothingIsWritten() throws SQLException {
    String order = order(created(aPerson()), "10.00", "2099-03-31");
    pay(order, "1.00", "USD", "2026-03-02")
        .statusCode(409)
        .body("code", equalTo("currency-mismatch"));
    assertThat(
            Database.rows("select 1 from payment where transaction_id = ?", Database.bytes(order)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.00, 2026-03-02, amount-invalid",
    "-1.00, 2026-03-02, amount-invalid",
    "1.00, 2099-03-02, in-the-future"
  })
  void whatCannotBePaidIsRefused(String amount, String day, String code) {
    pay(order(created(aPerson()), "10.00", "2099-03-31"), amount, "CNY", day)
        .statusCode(400)
        .body("errors.code", contains(code));
  }

  @Test
  void whatCameBackIsNotOwed() {
    String customer = created(aPerson());
    String product = Orders.aProduct();
    String order =
        Orders.recorded(
            with(
                Orders.order(customer, "CNY", Orders.line(product, 4, "2.50")),
                "dueOn",
                "2026-03-31"));
    Orders.recorded(Orders.returned(customer, "CNY", Orders.back(order, product, 1, "2.50")));
    read(order).body("due.amount", equalTo("7.50")).body("state", equalTo("OVERDUE"));
    pay(order, "7.50", "CNY", "2026-03-31").statusCode(201);
    read(order).body("state", equalTo("PAID"));
  }

  @Test
  void howACustomerPaysIsSaidByCurrency() {
    String customer = created(aPerson());
    pay(order(customer, "10.00", "2026-03-31"), "10.00", "CNY", "2026-03-31").statusCode(201);
    pay(order(customer, "20.00", "2026-03-31"), "20.00", "CNY", "2026-04-03").statusCode(201);
    pay(order(customer, "20.00", "2026-03-31"), "20.00", "CNY", "2026-04-05").statusCode(201);
    pay(order(customer, "30.00", "2026-03-31"), "12.50", "CNY", "2026-03-05").statusCode(201);
    order(customer, "40.00", "2099-03-31");
    Orders.recorded(
        with(
            Orders.order(customer, "USD", Orders.line(Orders.aProduct(), 1, "7.00")),
            "dueOn",
            "2099-03-31"));
    Orders.recorded(Orders.order(customer, "EUR", Orders.line(Orders.aProduct(), 1, "7.00")));

    Api.as(SERVICE_AGENT)
        .get("/v1/customers/{id}/payment-behaviour", customer)
        .then()
        .statusCode(200)
        .body("currencies.currency", contains("CNY", "USD"))
        .body("currencies[0].orders", equalTo(5))
        .body("currencies[0].paidInTime", equalTo(1))
        .body("currencies[0].paidLate", equalTo(2))
        .body("currencies[0].overdue", equalTo(1))
        .body("currencies[0].open", equalTo(1))
        .body("currencies[0].outstanding.amount", equalTo("57.50"))
        .body("currencies[0].overdueAmount.amount", equalTo("17.50"))
        .body("currencies[0].meanDaysLate", equalTo("4.0"))
        .body("currencies[1].meanDaysLate", nullValue());
  }

  @Test
  void whatIsNotThereIsNotPaid() {
    pay(People.anId().toString(), "1.00", "CNY", "2026-03-02").statusCode(404);
  }

  private static String order(String customer, String price, String dueOn) {
    return Orders.recorded(
        with(
            Orders.order(customer, "CNY", Orders.line(Orders.aProduct(), 1, price)),
            "dueOn",
            dueOn));
  }

  private static ValidatableResponse pay(String id, String amount, String currency, String day) {
    return Api.writing(SERVICE_AGENT)
        .body(
            Map.of(
                "method",
                "TRANSFER",
                "amount",
                Map.of("amount", amount, "currency", currency),
                "paidAt",
                day + "T08:26:00Z"))
        .post(PAYMENTS, id)
        .then();
  }

  private static ValidatableResponse read(String id) {
    return Api.as(SERVICE_AGENT).get(PAYMENTS, id).then().statusCode(200);
  }
}
