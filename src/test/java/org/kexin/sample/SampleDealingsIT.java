package org.kexin.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kexin.testing.Api.CUSTOMER;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.MARKETING;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kexin.shared.Ids;
import org.kexin.testing.Api;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Orders;
import org.kexin.testing.People;
import org.kexin.testing.Tokens;

/** A year of dealings of a handful of customers, through the service as it is. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class SampleDealingsIT {

  private static final int CUSTOMERS = 60;

  /** What the dealings add rows to, and no job does. */
  private static final List<String> TABLES =
      List.of(
          "sales_transaction",
          "interaction",
          "complaint",
          "privacy_request",
          "service_case",
          "delivery",
          "payment",
          "consent_decision",
          "promotion",
          "voucher",
          "survey",
          "care_rule",
          "loyalty",
          "points",
          "reward_claim");

  @Test
  void everyListHasSomethingToShowAndASecondRunChangesNothing() throws SQLException {
    List<UUID> customers = buyers();
    Instant asOf = Ids.time(customers.getFirst()).truncatedTo(ChronoUnit.MINUTES);

    assertThat(load(customers, asOf)).isEmpty();

    for (String list : List.of("interactions", "complaints", "service-cases", "survey-responses")) {
      assertThat(ofAll("/v1/" + list + "?customerId=", customers)).as(list).isNotEmpty();
    }
    assertThat(ofAll("/v1/loyalty/accounts?customerId=", customers)).isNotEmpty();
    assertThat(ofAll("/v1/transactions?from=2012-01-01T00:00:00Z&customerId=", customers))
        .hasSizeGreaterThan(CUSTOMERS);
    for (String list :
        List.of("loyalty/programmes", "loyalty/rewards", "audiences", "surveys", "care-rules")) {
      assertThat(items(MARKETING, "/v1/" + list + "?pageSize=200").toString())
          .as(list)
          .containsIgnoringCase("synthetic");
    }
    for (String own : List.of("complaints", "loyalty/accounts", "surveys", "privacy-requests")) {
      assertThat(items(CUSTOMER, "/v1/me/" + own)).as(own).isNotEmpty();
    }
    assertThat(promotions()).hasSize(12);
    assertThat(ofPromotions("members", "group")).contains("TARGET", "CONTROL");
    assertThat(ofPromotions("contacts", "channel")).hasSizeGreaterThan(CUSTOMERS);
    assertThat(ofPromotions("responses", "kind")).contains("PURCHASED");
    assertThat(ofPromotions("vouchers", "offer")).hasSize(6).containsOnly("synthetic");

    Map<String, Long> before = rows();
    assertThat(load(customers, asOf)).isEmpty();
    assertThat(rows()).isEqualTo(before);
  }

  private static Map<String, Integer> load(List<UUID> customers, Instant asOf) {
    URI service = URI.create("http://127.0.0.1:" + RestAssured.port);
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    Dispatch dispatch =
        new Dispatch(
            new SampleApi(service, Tokens::of),
            new PrintStream(told, true, StandardCharsets.UTF_8),
            false);
    new SampleDealings(dispatch).load(customers, asOf);
    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains("[####################] 100 %  " + CUSTOMERS + " customers read");
    return dispatch.refusals();
  }

  /** Customers with two orders of the retail year each. */
  private static List<UUID> buyers() {
    String product = Orders.aProduct();
    List<UUID> customers = new ArrayList<>();
    List<Object> orders = new ArrayList<>();
    for (int i = 0; i < CUSTOMERS; i++) {
      String customer = People.created(with(aPerson(), "source", "SYNTHETIC"));
      customers.add(UUID.fromString(customer));
      for (int days : List.of(30 + i, 120 + i)) {
        Map<String, Object> order = Orders.order(customer, "GBP", Orders.line(product, 12, "2.55"));
        Instant at = Story.RETAIL_END.minus(days, ChronoUnit.DAYS);
        orders.add(with(order, "occurredAt", at.toString()));
      }
    }
    Api.writing(DATA_STEWARD)
        .body(Map.of("allOrNone", true, "items", orders))
        .post("/v1/transactions/batches")
        .then()
        .statusCode(200);
    return customers;
  }

  private static List<Map<String, Object>> items(String role, String path) {
    return Api.as(role).get(path).then().statusCode(200).extract().path("items");
  }

  private static List<Map<String, Object>> ofAll(String path, List<UUID> customers) {
    return customers.stream()
        .flatMap(customer -> items(DATA_STEWARD, path + customer).stream())
        .toList();
  }

  private static List<String> promotions() {
    return items(MARKETING, "/v1/promotions?pageSize=200").stream()
        .filter(promotion -> promotion.toString().contains("name=Synthetic "))
        .map(promotion -> String.valueOf(promotion.get("id")))
        .toList();
  }

  private static List<String> ofPromotions(String list, String member) {
    return promotions().stream()
        .flatMap(
            promotion ->
                items(DATA_STEWARD, "/v1/promotions/" + promotion + "/" + list + "?pageSize=200")
                    .stream())
        .map(item -> String.valueOf(item.get(member)))
        .toList();
  }

  private static Map<String, Long> rows() throws SQLException {
    Map<String, Long> rows = Database.counts();
    rows.keySet().removeIf(table -> TABLES.stream().noneMatch(table::startsWith));
    assertThat(rows).hasSizeGreaterThan(TABLES.size());
    return rows;
  }
}
