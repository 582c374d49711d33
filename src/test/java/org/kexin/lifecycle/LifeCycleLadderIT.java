package org.kexin.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Orders;
import org.kexin.testing.PrivacyCalls;

/**
 * The ladder over HTTP. Other tests leave customers on it, so what is asserted is how it differs
 * after what happened here.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class LifeCycleLadderIT {

  private static final String PATH = "/v1/analysis/life-cycle";

  @Inject LifeCycleJob job;

  @Test
  void whoBuysStandsAStepHigherAndTheMoveIsCounted() {
    String customer = created(aPerson());
    job.derive();
    JsonPath before = ladder(Api.SALES);

    orders(customer);
    job.derive();
    JsonPath after = ladder(Api.SALES);

    assertThat(on(after, "FIRST_PURCHASE") - on(before, "FIRST_PURCHASE")).isEqualTo(1);
    assertThat(bought(after) - bought(before)).isEqualTo(1);
    assertThat(after.getLong("customers"))
        .isEqualTo(
            after.getList("stages.customers", Integer.class).stream().mapToLong(i -> i).sum());
    assertThat(after.getList("stages.stage")).hasSize(LifeCycleStage.values().length);
    assertThat(after.getString("about.window.to"))
        .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
  }

  @Test
  void whoObjectsToProfilingStandsNowhere() {
    String customer = created(aPerson());
    orders(customer);
    job.derive();
    JsonPath before = ladder(Api.SALES);

    PrivacyCalls.answer(PrivacyCalls.identified(customer, "OBJECTION_PROFILING")).statusCode(200);
    job.derive();

    JsonPath after = ladder(Api.SALES);
    assertThat(on(after, "FIRST_PURCHASE") - on(before, "FIRST_PURCHASE")).isEqualTo(-1);
    assertThat(bought(after) - bought(before)).isEqualTo(-1);
  }

  @Test
  void theSameQuestionHasTheSameAnswer() {
    job.derive();
    assertThat(Api.as(Api.SALES).get(PATH).asString())
        .isEqualTo(Api.as(Api.SALES).get(PATH).asString());
  }

  @Test
  void anAnalystSeesNoSmallGroupAndOneWholeMonth() {
    job.derive();
    JsonPath ladder = ladder(Api.ANALYST);

    for (String figures : List.of("stages.customers", "moves.customers")) {
      assertThat(ladder.getList(figures, Integer.class).stream().filter(Objects::nonNull))
          .allMatch(customers -> customers == 0 || customers >= 10);
    }
    assertThat(LocalDate.parse(ladder.getString("about.window.from")).getDayOfMonth()).isEqualTo(1);
    LocalDate first = YearMonth.now(ZoneOffset.UTC).atDay(1);
    Map.of("from", first.toString(), "to", first.plusDays(3).toString())
        .forEach(
            (name, day) ->
                Api.as(Api.ANALYST)
                    .queryParam(name, day)
                    .get(PATH)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo(name)));
  }

  @Test
  void theLadderCanBeLookedAt() {
    String svg =
        Api.as(Api.SALES)
            .header("Accept", "image/svg+xml")
            .header("Accept-Language", "zh-CN")
            .get(PATH)
            .then()
            .statusCode(200)
            .contentType(startsWith("image/svg+xml"))
            .extract()
            .asString();

    assertThat(svg).contains("各生命周期阶段的客户数", "首次购买");
  }

  @Test
  void daysInTheWrongOrderAreRefused() {
    Api.as(Api.SALES)
        .queryParam("from", "2024-03-02")
        .queryParam("to", "2024-03-01")
        .get(PATH)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("from"));
  }

  private static void orders(String customer) {
    Orders.recorded(
        with(
            Orders.order(customer, "CNY", Orders.line(Orders.aProduct(), 1, "2.55")),
            "occurredAt",
            Instant.now().minus(Duration.ofDays(2)).toString()));
  }

  private static JsonPath ladder(String role) {
    return Api.as(role).get(PATH).then().statusCode(200).extract().jsonPath();
  }

  private static int on(JsonPath ladder, String stage) {
    return ladder.getInt("stages.find { it.stage == '%s' }.customers".formatted(stage));
  }

  private static int bought(JsonPath ladder) {
    Integer customers =
        ladder.get("moves.find { it.from == 'PROSPECT' && it.to == 'FIRST_PURCHASE' }?.customers");
    return customers == null ? 0 : customers;
  }
}
