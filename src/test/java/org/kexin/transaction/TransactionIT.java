package org.kexin.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class TransactionIT {

  @Test
  void anOrderIsReadAsItWasRecorded() {
    String customer = Shop.aCustomer();
    String mug = Shop.aProduct();
    String code = Shop.fresh("sku");
    String lamp = Shop.aProduct(code);
    Map<String, Object> byCode = Map.of("productCode", code, "quantity", 3, "unitPrice", "0.0015");
    Response answer =
        Shop.record(Shop.anOrder(customer, List.of(Shop.line(mug, 6, "2.55"), byCode)));
    String id = answer.then().statusCode(201).header("ETag", "\"0\"").extract().path("id");
    assertThat(answer.header("Location")).endsWith("/v1/transactions/" + id);

    Shop.read(id)
        .body("kind", equalTo("ORDER"))
        .body("customerId", equalTo(customer))
        .body("occurredAt", equalTo("2026-03-01T08:26:00Z"))
        .body("total.amount", equalTo("15.3045"))
        .body("total.currency", equalTo("GBP"))
        .body("lineCount", equalTo(2))
        .body("quantity", equalTo(9))
        .body("lines.lineNo", contains(1, 2))
        .body("lines.productId", contains(mug, lamp))
        .body("lines[1].productCode", equalTo(code))
        .body("lines.amount.amount", contains("15.30", "0.0045"))
        .body("lines.returnedQuantity", contains(0, 0))
        .body("lines[0].returnReference", nullValue())
        .body("nextLine", nullValue())
        .body("masked", hasSize(0));
  }

  @Test
  void aReturnRefersToItsOrderAndCountsNegative() {
    String customer = Shop.aCustomer();
    String mug = Shop.aProduct();
    String order = Shop.recorded(Shop.anOrder(customer, List.of(Shop.line(mug, 6, "2.55"))));
    String back = Shop.recorded(Shop.aReturn(customer, List.of(Shop.lineBack(mug, 2, order, 1))));

    Shop.read(back)
        .body("total.amount", equalTo("-5.10"))
        .body("quantity", equalTo(2))
        .body("lines[0].quantity", equalTo(2))
        .body("lines[0].amount.amount", equalTo("5.10"))
        .body("lines[0].returnReference", equalTo("KNOWN"))
        .body("lines[0].returnOf.transactionId", equalTo(order))
        .body("lines[0].returnOf.lineNo", equalTo(1));
    Shop.read(order).body("lines[0].returnedQuantity", equalTo(2)).body("version", equalTo(1));
  }

  @Test
  void moreThanWasBoughtDoesNotComeBack() {
    String customer = Shop.aCustomer();
    String mug = Shop.aProduct();
    String order = Shop.recorded(Shop.anOrder(customer, List.of(Shop.line(mug, 3, "2.55"))));
    Shop.recorded(Shop.aReturn(customer, List.of(Shop.lineBack(mug, 2, order, 1))));

    Shop.record(Shop.aReturn(customer, List.of(Shop.lineBack(mug, 2, order, 1))))
        .then()
        .statusCode(409)
        .body("code", equalTo("return-exceeds-purchase"))
        .body("candidates", contains(order));
    Shop.read(order).body("lines[0].returnedQuantity", equalTo(2));
  }

  @Test
  void ofManyReturnsOfTheLastPieceAtOnceExactlyOneWins() throws Exception {
    String customer = Shop.aCustomer();
    String mug = Shop.aProduct();
    String order = Shop.recorded(Shop.anOrder(customer, List.of(Shop.line(mug, 1, "2.55"))));

    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
      List<Future<Integer>> answers =
          IntStream.range(0, 8)
              .mapToObj(
                  caller ->
                      callers.submit(
                          () ->
                              Shop.record(
                                      Shop.aReturn(
                                          customer, List.of(Shop.lineBack(mug, 1, order, 1))))
                                  .statusCode()))
              .toList();
      for (Future<Integer> answer : answers) {
        statuses.add(answer.get());
      }
    }

    Collections.sort(statuses);
    assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
    Shop.read(order).body("lines[0].returnedQuantity", equalTo(1));
  }

  @Test
  void returnsOfTwoOrdersInOppositeOrderDoNotBlockEachOther() throws Exception {
    String customer = Shop.aCustomer();
    String mug = Shop.aProduct();
    List<Map<String, Object>> many = List.of(Shop.line(mug, 1_000, "2.55"));
    String first = Shop.recorded(Shop.anOrder(customer, many));
    String second = Shop.recorded(Shop.anOrder(customer, many));
    List<Map<String, Object>> forwards =
        List.of(Shop.lineBack(mug, 1, first, 1), Shop.lineBack(mug, 1, second, 1));

    try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
      List<Future<Integer>> answers =
          IntStream.range(0, 40)
              .mapToObj(
                  i ->
                      callers.submit(
                          () ->
                              Shop.record(
                                      Shop.aReturn(
                                          customer, i % 2 == 0 ? forwards : forwards.reversed()))
                                  .statusCode()))
              .toList();
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(201);
      }
    }
    Shop.read(first).body("lines[0].returnedQuantity", equalTo(40));
  }

  @Test
  void somebodyElsesOrderCannotBeReturned() {
    String mug = Shop.aProduct();
    String order =
        Shop.recorded(Shop.anOrder(Shop.aCustomer(), List.of(Shop.line(mug, 3, "2.55"))));

    Shop.record(Shop.aReturn(Shop.aCustomer(), List.of(Shop.lineBack(mug, 1, order, 1))))
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/lines/0/returnOf"))
        .body("errors.code", contains("order-line-unknown"));
  }

  @Test
  void allThatIsWrongIsSaidAtOnceAndNothingIsRecorded() {
    String mug = Shop.aProduct();
    String nobody = "01932c00-0000-7000-8000-00000000dead";
    Map<String, Object> document =
        Shop.anOrder(
            nobody,
            List.of(
                Shop.line(mug, -1, "2.55"),
                Shop.line(nobody, 1, "0"),
                Shop.line(mug, 1, "1.00001")));
    document.put("currency", "ZZZ");
    document.put("source", "Not Kebab");

    Shop.record(document)
        .then()
        .statusCode(400)
        .body("code", equalTo("validation-failed"))
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/source",
                "/customerId",
                "/currency",
                "/lines/0/quantity",
                "/lines/1/productId",
                "/lines/1/unitPrice",
                "/lines/2/unitPrice"));
  }

  @Test
  void tenThousandLinesAreTakenAndOneMoreIsNot() {
    String mug = Shop.aProduct();
    List<Map<String, Object>> lines =
        new ArrayList<>(Collections.nCopies(10_001, Shop.line(mug, 1, "0.01")));
    Shop.record(Shop.anOrder(null, lines))
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/lines"));

    String id = Shop.recorded(Shop.anOrder(null, lines.subList(0, 10_000)));
    Shop.read(id).body("total.amount", equalTo("100.00")).body("lines", hasSize(2_000));
    List<Integer> numbers = new ArrayList<>();
    Integer next = 1;
    while (next != null) {
      ValidatableResponse part =
          Shop.looking().get("/v1/transactions/" + id + "?fromLine=" + next).then().statusCode(200);
      numbers.addAll(part.extract().path("lines.lineNo"));
      next = part.extract().path("nextLine");
    }
    assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, 10_000).boxed().toList());
  }

  @Test
  void totalsCanBeAddedUpAgainAtAnyTime() throws SQLException {
    Map<String, Object> order = Shop.anOrder(null, List.of(Shop.line(Shop.aProduct(), 3, "2.55")));
    order.put("occurredAt", "1999-03-01T08:26:00Z");
    String id = Shop.recorded(order);
    String query = "/v1/transaction-checks?from=1999-02-15T00:00:00Z&to=1999-03-15T00:00:00Z";
    Shop.as("data-steward")
        .get(query)
        .then()
        .statusCode(200)
        .body("checked", equalTo(1))
        .body("differing", hasSize(0));
    for (String spoiled :
        List.of("total = total + 0.0001", "line_count = 2", "quantity = quantity - 1")) {
      spoil("update sales_transaction set " + spoiled + " where id = ?", id);
      Shop.as("data-steward").get(query).then().body("differing", contains(id));
      spoil(
          "update sales_transaction set total = 7.65, line_count = 1, quantity = 3 where id = ?",
          id);
    }
    Shop.as("data-steward").get(query).then().body("differing", hasSize(0));
    Shop.as("data-steward")
        .get("/v1/transaction-checks?from=1999-02-15T00:00:00Z&to=1999-03-19T00:00:01Z")
        .then()
        .statusCode(400);
  }

  private static void spoil(String sql, String id) throws SQLException {
    try (Connection connection = Database.connection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setBytes(1, Database.bytes(id));
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  void aNumberIsTakenOnceAndTheSameRequestIsAnsweredTwice() {
    Map<String, Object> order = Shop.anOrder(null, List.of(Shop.line(Shop.aProduct(), 1, "1")));
    String key = Shop.fresh("key");
    String id =
        Shop.send(key, "/v1/transactions", order).then().statusCode(201).extract().path("id");

    Shop.send(key, "/v1/transactions", order).then().statusCode(201).body("id", equalTo(id));
    Shop.record(order).then().statusCode(409).body("code", equalTo("already-exists"));
  }

  @Test
  void listsAreFilteredAndPagedWithoutGapOrRepetition() {
    String customer = Shop.aCustomer();
    String mug = Shop.aProduct();
    List<String> newestFirst = new ArrayList<>();
    for (int day = 1; day <= 5; day++) {
      // Two at the same moment: the order must not depend on the moment alone.
      String at = "2026-02-0" + (day / 2 + 1) + "T00:00:00Z";
      newestFirst.add(
          Shop.recorded(Shop.document("ORDER", customer, at, List.of(Shop.line(mug, 1, "1.10")))));
    }
    String list = "/v1/transactions?pageSize=2&customerId=" + customer;

    List<String> seen = new ArrayList<>();
    String token = "";
    do {
      Response page = Shop.looking().get(list + token);
      page.then().statusCode(200).body("items[0].lines", nullValue());
      seen.addAll(page.path("items.id"));
      String next = page.path("nextPageToken");
      token = next == null ? "" : "&pageToken=" + next;
    } while (!token.isEmpty());
    assertThat(seen).containsExactlyInAnyOrderElementsOf(newestFirst).hasSize(5);
    assertThat(seen.getFirst()).isIn(newestFirst.subList(3, 5));

    Shop.looking().get(list + "&kind=RETURN").then().body("items", hasSize(0));
    Shop.looking()
        .get(list + "&from=2026-02-02T00:00:00Z&to=2026-02-03T00:00:00Z&sort=occurredAt")
        .then()
        .body("items", hasSize(2));
    Shop.looking()
        .get(list + "&from=yesterday")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("from"));
    Shop.looking().get(list + "&sort=total").then().statusCode(400);
  }

  @Test
  void aLookIsRecordedAndNeedsAPurpose() {
    String customer = Shop.aCustomer();
    String order =
        Shop.recorded(Shop.anOrder(customer, List.of(Shop.line(Shop.aProduct(), 1, "1"))));
    Shop.as("service-agent")
        .get("/v1/transactions/" + order)
        .then()
        .statusCode(400)
        .body("code", equalTo("purpose-required"));
    Shop.as("partner").get("/v1/transactions/" + order).then().statusCode(403);
    Shop.read(order);

    Shop.as("privacy-officer")
        .header("Purpose-Of-Use", "compliance")
        .get("/v1/customers/" + customer + "/accesses")
        .then()
        .statusCode(200)
        .body("items.operation", contains("getTransaction", "createTransaction", "createCustomer"));
  }

  @Test
  void theVersionReadIsNotSentAgain() {
    String order = Shop.recorded(Shop.anOrder(null, List.of(Shop.line(Shop.aProduct(), 1, "1"))));

    Shop.looking()
        .header("If-None-Match", "\"0\"")
        .get("/v1/transactions/" + order)
        .then()
        .statusCode(304);
    Shop.looking()
        .get("/v1/transactions/" + Shop.aFreshId())
        .then()
        .statusCode(404)
        .body("code", equalTo("not-found"));
  }
}
