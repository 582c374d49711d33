package org.kexin.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kexin.testing.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class TransactionBatchIT {

  @Test
  void aBatchAnswersForEachItemAndARefusedOneLeavesTheOthersAlone() {
    String mug = Shop.aProduct();
    List<Map<String, Object>> items = threeOfWhichOneIsRefused(mug);

    Response answer = batch(items, false);

    answer
        .then()
        .statusCode(200)
        .body("items.index", contains(0, 1, 2))
        .body("items.status", contains("CREATED", "REFUSED", "CREATED"))
        .body("items[1].problem.code", equalTo("validation-failed"))
        .body("items[1].problem.errors[0].pointer", equalTo("/lines/0/quantity"));
    Shop.read(answer.path("items[2].id")).body("total.amount", equalTo("2.55"));
  }

  @Test
  void withAllOrNoneARefusedItemKeepsAllFromBeingRecorded() {
    String mug = Shop.aProduct();
    List<Map<String, Object>> items = threeOfWhichOneIsRefused(mug);

    batch(items, true)
        .then()
        .statusCode(200)
        .body("items.status", contains("NOT_DONE", "REFUSED", "NOT_DONE"));

    items.remove(1);
    batch(items, true).then().body("items.status", contains("CREATED", "CREATED"));
  }

  @Test
  void aLaterItemOfABatchMayReturnAnEarlierOneAndNoMoreThanThat() {
    String mug = Shop.aProduct();
    String id = Shop.aFreshId();
    Map<String, Object> order = Shop.anOrder(null, List.of(Shop.line(mug, 3, "2.55")));
    order.put("id", id);
    Map<String, Object> back = Shop.aReturn(null, List.of(Shop.lineBack(mug, 2, id, 1)));
    Map<String, Object> again = Shop.aReturn(null, List.of(Shop.lineBack(mug, 2, id, 1)));

    batch(List.of(order, back, again), false)
        .then()
        .body("items.status", contains("CREATED", "CREATED", "REFUSED"))
        .body("items[2].problem.code", equalTo("return-exceeds-purchase"));
    Shop.read(id).body("lines[0].returnedQuantity", equalTo(2));
  }

  @Test
  void aFullBatchIsRecordedAndRememberedByItsKey() {
    String mug = Shop.aProduct();
    List<Map<String, Object>> items =
        IntStream.range(0, 200)
            .mapToObj(i -> Shop.anOrder(null, List.of(Shop.line(mug, 1, "1"))))
            .toList();
    Map<String, Object> body = Map.of("allOrNone", true, "items", items);
    String key = Shop.fresh("key");

    List<String> first = idsOf(sendBatch(key, body));
    assertThat(first).hasSize(200).doesNotHaveDuplicates();
    assertThat(idsOf(sendBatch(key, body))).isEqualTo(first);
    batch(new ArrayList<>(Collections.nCopies(201, items.getFirst())), false)
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/items"));
  }

  @Test
  void withoutTheFlagEachItemStandsForItself() {
    sendBatch(Shop.fresh("key"), Map.of("items", threeOfWhichOneIsRefused(Shop.aProduct())))
        .then()
        .statusCode(200)
        .body("items.status", contains("CREATED", "REFUSED", "CREATED"));
  }

  private static List<Map<String, Object>> threeOfWhichOneIsRefused(String mug) {
    List<Map<String, Object>> items = new ArrayList<>();
    items.add(Shop.anOrder(null, List.of(Shop.line(mug, 1, "2.55"))));
    items.add(Shop.anOrder(null, List.of(Shop.line(mug, 0, "2.55"))));
    items.add(new HashMap<>(Shop.anOrder(null, List.of(Shop.line(mug, 1, "2.55")))));
    return items;
  }

  private static Response batch(List<Map<String, Object>> items, boolean allOrNone) {
    return sendBatch(Shop.fresh("key"), Map.of("allOrNone", allOrNone, "items", items));
  }

  private static Response sendBatch(String key, Map<String, Object> body) {
    return Shop.send(key, "/v1/transactions/batches", body);
  }

  private static List<String> idsOf(Response answer) {
    return answer.then().statusCode(200).extract().path("items.id");
  }
}
