package org.kexin.analysis.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kexin.testing.Api.DATA_STEWARD;
import static org.kexin.testing.Api.SALES;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Loyalty;

/**
 * Grades by memberships: SUPREME from 2,500,000 points that purchases brought, VIP from the
 * fifteenth level on. A piece brings a hundred points, and every ten points are a level, twenty in
 * all.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class MembershipGradeIT {

  private static final int LEVELS = 20;
  private static final String GRADE = "insights.find { it.code == 'grade' }";

  private static String programme() {
    List<Map<String, Object>> levels =
        IntStream.rangeClosed(1, LEVELS)
            .mapToObj(
                i ->
                    Map.<String, Object>of(
                        "code", "level-" + i, "name", "Level " + i, "threshold", 10 * i))
            .toList();
    Map<String, Object> terms = with(Loyalty.terms(), "levels", levels);
    return Loyalty.programme(
        Loyalty.aProgramme(
            with(terms, "rules", List.of(Map.of("kind", "QUANTITY", "points", 100)))));
  }

  private static Map<String, Object> policy() {
    return Map.of(
        "kind",
        "INDIVIDUAL",
        "terms",
        Map.of(
            "months",
            12,
            "currency",
            "CNY",
            "weights",
            List.of(),
            "grades",
            List.of(
                grade("SUPREME", "POINTS", "2500000"), grade("VIP", "MEMBERSHIP_LEVEL", "15"))));
  }

  private static Map<String, Object> grade(String grade, String fact, String atLeast) {
    return Map.of(
        "grade",
        grade,
        "minimumScore",
        0,
        "conditions",
        List.of(Map.of("fact", fact, "atLeast", atLeast)));
  }

  private static JsonPath preview() {
    return Api.as(DATA_STEWARD)
        .contentType("application/json")
        .body(policy())
        .post("/v1/grading-policies/previews")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static long of(JsonPath spread, String grade) {
    return spread.getLong("grades.find { it.grade == '" + grade + "' }.customers");
  }

  @Test
  void purchasesOfMembersDecideNotWhatStaffGaveNorWhatWentBack() {
    JsonPath before = preview();
    String programme = programme();
    String rich = created(aPerson());
    String account = Loyalty.joined(programme, rich);
    Loyalty.ordered(rich, 30_000);
    // Who spends points keeps what earned them.
    Loyalty.spend(account, 2_999_000).statusCode(200);
    String levelled = created(aPerson());
    Loyalty.joined(programme, levelled);
    Loyalty.ordered(levelled, 2);
    String below = created(aPerson());
    Loyalty.joined(programme, below);
    Loyalty.ordered(below, 1);
    String favoured = created(aPerson());
    Loyalty.adjust(Loyalty.joined(programme, favoured), 3_000_000).statusCode(200);
    String returning = created(aPerson());
    Loyalty.joined(programme, returning);
    Loyalty.returned(returning, Loyalty.ordered(returning, 30_000), 29_999);
    String stranger = created(aPerson());
    Loyalty.ordered(stranger, 30_000);

    JsonPath after = preview();
    assertThat(of(after, "SUPREME") - of(before, "SUPREME")).isEqualTo(1);
    assertThat(of(after, "VIP") - of(before, "VIP")).isEqualTo(1);
    assertThat(after.getLong("customers") - before.getLong("customers")).isEqualTo(6);

    Api.writing(DATA_STEWARD).body(policy()).post("/v1/grading-policies").then().statusCode(201);
    JsonPath insights = graded(rich);
    assertThat(insights.getString(GRADE + ".value")).isEqualTo("SUPREME");
    assertThat(details(insights))
        .containsExactly("SUPREME asks for POINTS of 2500000 or more; it is 3000000.");
    assertThat(graded(levelled).getString(GRADE + ".value")).isEqualTo("VIP");
    assertThat(details(graded(levelled)))
        .containsExactly(
            "VIP asks for MEMBERSHIP_LEVEL of 15 or more; it is 20.",
            "SUPREME asks for POINTS of 2500000 or more; it is 200.");
    assertThat(details(graded(below)))
        .containsExactly(
            "VIP asks for MEMBERSHIP_LEVEL of 15 or more; it is 10.",
            "SUPREME asks for POINTS of 2500000 or more; it is 100.");
    assertThat(details(graded(favoured)))
        .containsExactly(
            "VIP asks for MEMBERSHIP_LEVEL of 15 or more; it is 0.",
            "SUPREME asks for POINTS of 2500000 or more; it is 0.");
    assertThat(details(graded(returning)))
        .containsExactly(
            "VIP asks for MEMBERSHIP_LEVEL of 15 or more; it is 10.",
            "SUPREME asks for POINTS of 2500000 or more; it is 100.");
    assertThat(graded(stranger).getString(GRADE + ".value")).isEqualTo("ORDINARY");
    assertThat(details(graded(stranger)))
        .containsExactly(
            "VIP asks for MEMBERSHIP_LEVEL of 15 or more; it is not known.",
            "SUPREME asks for POINTS of 2500000 or more; it is not known.");
  }

  private static List<String> details(JsonPath insights) {
    return insights.getList(GRADE + ".reasons.detail", String.class);
  }

  /** Once the service has computed the scores of all by this policy, which it does by itself. */
  private static JsonPath graded(String customer) {
    Instant deadline = Instant.now().plusSeconds(90);
    JsonPath insights;
    do {
      insights =
          Api.as(SALES)
              .get("/v1/customers/{id}/insights", customer)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
    } while (insights.getString(GRADE + ".value") == null && Instant.now().isBefore(deadline));
    return insights;
  }
}
