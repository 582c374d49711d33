package org.kexin.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.kexin.testing.Api.MARKETING;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;
import static org.kexin.testing.Promotions.aProduct;
import static org.kexin.testing.Promotions.aPromotion;
import static org.kexin.testing.Promotions.act;
import static org.kexin.testing.Promotions.agrees;
import static org.kexin.testing.Promotions.anOffer;
import static org.kexin.testing.Promotions.drafted;
import static org.kexin.testing.Promotions.ordered;
import static org.kexin.testing.Promotions.read;
import static org.kexin.testing.Promotions.savedAudience;
import static org.kexin.testing.Promotions.start;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.Consents;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.Together;

/**
 * How an audience is frozen: to the end, once, and as its criteria say, whatever dies meanwhile.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@TestProfile(AudienceFreezingIT.ByHand.class)
class AudienceFreezingIT {

  /** The test says when the next stretch is frozen, and stretches are short. */
  public static final class ByHand implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("kexin.promotion.freeze-every", "off", "kexin.promotion.freeze-chunk", "20");
    }
  }

  private final String department = "frozen-" + People.digits(9);

  @Inject AudienceFreezing freezing;

  /** What a test leaves behind would be frozen by the next one. */
  @AfterEach
  void freezeTheRest() {
    freezing.freezeAll();
  }

  @Test
  void whatDiesBetweenStretchesGoesOnAndNobodyIsAMemberTwice() throws SQLException {
    List<String> customers = inDepartment(60);
    String id = started(Map.of("departments", List.of(department)), "25");
    int stretches = 0;
    while (read(id).extract().path("state").equals("STARTING")) {
      // Each stretch is worked on once in vain: killed before its commit.
      assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(this::dieAfterAStretch))
          .hasMessageContaining("killed");
      assertThat(QuarkusTransaction.requiringNew().call(freezing::freezeStretch)).isTrue();
      stretches++;
    }

    assertThat(stretches).as("stretches of twenty, and the end").isGreaterThanOrEqualTo(60 / 20);
    assertThat(members(id).keySet()).containsExactlyInAnyOrderElementsOf(customers);
    read(id)
        .body("state", equalTo("RUNNING"))
        .body("members.targets", equalTo(count(id, "TARGET")))
        .body("members.controls", equalTo(count(id, "CONTROL")));
  }

  @Test
  void manyAtOnceFreezeEachStretchOnce()
      throws SQLException, InterruptedException, ExecutionException {
    List<String> customers = inDepartment(40);
    String id = started(Map.of("departments", List.of(department)), null);
    Callable<Boolean> pod =
        () -> {
          freezing.freezeAll();
          return true;
        };

    assertThat(Together.run(IntStream.range(0, 4).mapToObj(i -> pod).toList())).hasSize(4);
    freezing.freezeAll();

    assertThat(members(id).keySet()).containsExactlyInAnyOrderElementsOf(customers);
    read(id).body("state", equalTo("RUNNING")).body("members.targets", equalTo(40));
  }

  /** The seed that is shown draws the groups again. */
  @Test
  void theControlGroupCanBeDrawnAgainFromTheSeed() throws SQLException {
    inDepartment(30);
    String id = started(Map.of("departments", List.of(department)), "30");
    freezing.freezeAll();
    ControlDraw draw =
        new ControlDraw(
            HexFormat.of().parseHex(read(id).extract().<String>path("controlSeed")),
            new BigDecimal("30"));

    Map<String, String> again = new HashMap<>();
    members(id).keySet().forEach(it -> again.put(it, draw.group(UUID.fromString(it)).name()));

    assertThat(members(id)).isEqualTo(again).hasSize(30);
  }

  @Test
  void membersFitAllCriteriaAtTheMomentOfTheStart() throws SQLException {
    Instant lately = Instant.now().minus(10, ChronoUnit.DAYS);
    String product = aProduct();
    String buys = agreeing();
    String buysLittle = agreeing();
    String boughtLongAgo = agreeing();
    String boughtNothing = agreeing();
    String inOtherMoney = agreeing();
    String didNotAgree = created(with(aPerson(), "department", department));
    for (String customer : List.of(buys, didNotAgree)) {
      ordered(customer, product, "60", "CNY", lately);
      ordered(customer, product, "40", "CNY", lately);
    }
    ordered(buysLittle, product, "49.99", "CNY", lately);
    ordered(buysLittle, product, "50", "CNY", lately);
    ordered(boughtLongAgo, product, "100", "CNY", lately.minus(400, ChronoUnit.DAYS));
    ordered(boughtLongAgo, product, "100", "CNY", lately.minus(400, ChronoUnit.DAYS));
    ordered(inOtherMoney, product, "500", "GBP", lately);
    ordered(inOtherMoney, product, "500", "GBP", lately);
    Map<String, Object> criteria =
        Map.of(
            "departments",
            List.of(department),
            "kind",
            "INDIVIDUAL",
            "purchases",
            Map.of(
                "from",
                lately.minus(1, ChronoUnit.DAYS).toString(),
                "ordersMin",
                2,
                "spentMin",
                Map.of("amount", "100", "currency", "CNY"),
                "lastFrom",
                lately.minus(1, ChronoUnit.DAYS).toString()));
    String id = started(criteria, null);
    // After the start: too late for this promotion.
    ordered(boughtNothing, product, "500", "CNY", Instant.now());
    ordered(boughtNothing, product, "500", "CNY", Instant.now());
    String late = agreeing();
    ordered(late, product, "500", "CNY", lately);
    ordered(late, product, "500", "CNY", lately);

    freezing.freezeAll();

    assertThat(members(id).keySet()).containsExactly(buys);
  }

  @Test
  void ageAndGenderAreThoseOfTheDay() throws SQLException {
    String fits = agreeing();
    String older =
        created(
            with(
                with(aPerson(), "department", department),
                "individual",
                Map.of("gender", "FEMALE", "birthDate", "1950-05-17")));
    String man =
        created(
            with(
                with(aPerson(), "department", department),
                "individual",
                Map.of("gender", "MALE", "birthDate", "1990-05-17")));
    String unknown =
        created(
            with(
                with(aPerson(), "department", department),
                "individual",
                Map.of("gender", "FEMALE")));
    for (String customer : List.of(older, man, unknown)) {
      agrees(customer, Consents.given("PROFILING"));
    }
    String id =
        started(
            Map.of(
                "departments",
                List.of(department),
                "genders",
                List.of("FEMALE"),
                "ageFrom",
                18,
                "ageTo",
                60,
                "sources",
                List.of("WEBSITE")),
            null);

    freezing.freezeAll();

    assertThat(members(id).keySet()).containsExactly(fits);
  }

  @Test
  void whoIsFrozenStandsInTheRecordOfChanges() throws SQLException {
    List<String> customers = inDepartment(3);
    String id = started(Map.of("departments", List.of(department)), null);
    freezing.freezeAll();
    Api.as(Api.PRIVACY_OFFICER)
        .get("/v1/customers/{id}/accesses", customers.getFirst())
        .then()
        .statusCode(200)
        .body(
            "items.find { it.operation == 'startPromotion' }.changed",
            equalTo(List.of("promotionMemberships")));
    read(id).body("members.targets", equalTo(3));
  }

  @Test
  void whatIsCancelledMeanwhileIsNotFrozenFurther() throws SQLException {
    inDepartment(30);
    String id = started(Map.of("departments", List.of(department)), null);
    assertThat(QuarkusTransaction.requiringNew().call(freezing::freezeStretch)).isTrue();
    act(id, "cancellations").then().statusCode(200);

    freezing.freezeAll();

    read(id).body("state", equalTo("CANCELLED"));
    assertThat(members(id)).hasSizeLessThan(30);
  }

  @Test
  void theListOfMembersTellsBehaviourToNobodyWhoMayNotSeeIt() throws SQLException {
    List<String> customers = List.of(agreeing(), agreeing());
    String id =
        started(
            Map.of("departments", List.of(department), "purchases", Map.of("ordersMax", 10)), null);
    freezing.freezeAll();
    assertThat(members(id).keySet()).containsExactlyInAnyOrderElementsOf(customers);
    agrees(customers.getFirst(), Consents.withdrawn("PROFILING"));

    assertThat(listed(MARKETING, id)).containsExactly(customers.getLast());
    assertThat(listed(Api.DATA_STEWARD, id)).containsExactlyInAnyOrderElementsOf(customers);
    assertThat(listed(Api.SALES, id)).as("another department").isEmpty();
  }

  private void dieAfterAStretch() {
    assertThat(freezing.freezeStretch()).isTrue();
    throw new IllegalStateException("killed");
  }

  private List<String> inDepartment(int count) {
    List<String> customers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      customers.add(created(with(aPerson(), "department", department)));
    }
    return customers;
  }

  private String agreeing() {
    String customer = created(with(aPerson(), "department", department));
    agrees(customer, Consents.given("PROFILING"));
    return customer;
  }

  private static String started(Map<String, Object> criteria, @Nullable String controlShare) {
    Map<String, Object> promotion = aPromotion(anOffer("10"));
    promotion.put("audienceId", savedAudience(Map.of("name", "Some", "criteria", criteria)));
    if (controlShare != null) {
      promotion.put("controlShare", controlShare);
    }
    String id = drafted(promotion);
    start(id).then().statusCode(202);
    return id;
  }

  private static List<String> listed(String role, String promotion) {
    return Api.as(role)
        .get("/v1/promotions/{id}/members", promotion)
        .then()
        .statusCode(200)
        .extract()
        .path("items.customerId");
  }

  private static Map<String, String> members(String promotion) throws SQLException {
    Map<String, String> members = new TreeMap<>();
    for (Map<String, @Nullable Object> row :
        Database.rows(
            "select customer_id, member_group from promotion_member where promotion_id = ?",
            Database.bytes(promotion))) {
      members.put(String.valueOf(row.get("customer_id")), String.valueOf(row.get("member_group")));
    }
    return members;
  }

  private static int count(String promotion, String group) throws SQLException {
    return (int) members(promotion).values().stream().filter(group::equals).count();
  }
}
