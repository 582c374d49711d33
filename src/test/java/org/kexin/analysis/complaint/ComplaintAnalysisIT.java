package org.kexin.analysis.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.kexin.testing.ComplaintCalls.aCategory;
import static org.kexin.testing.ComplaintCalls.aComplaint;
import static org.kexin.testing.ComplaintCalls.broughtTo;
import static org.kexin.testing.ComplaintCalls.recorded;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;
import static org.kexin.testing.People.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;

/** What complaints tell, among those that other tests make. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ComplaintAnalysisIT {

  private static final String PATH = "/v1/analysis/complaints";

  private static JsonPath asked(String role) {
    return Api.as(role).get(PATH).then().statusCode(200).extract().jsonPath();
  }

  private static void complain(String category, int customers) {
    for (String customer : People.created(customers)) {
      recorded(with(aComplaint(customer), "categoryId", category));
    }
  }

  private static String code(String category) {
    return Api.as(Api.DATA_STEWARD)
        .get("/v1/complaint-categories/{id}", category)
        .then()
        .extract()
        .path("code");
  }

  @Test
  void causesAreCountedAndAddUp() {
    String category = aCategory(null);
    complain(category, 12);
    broughtTo("RESOLVED", recorded(with(aComplaint(created(aPerson())), "categoryId", category)));

    JsonPath found = asked(Api.SALES);

    List<Map<String, Object>> groups = found.getList("groups");
    assertThat(groups)
        .filteredOn(group -> code(category).equals(group.get("name")))
        .singleElement()
        .satisfies(group -> assertThat(group).containsEntry("complaints", 13));
    assertThat(found.getList("groups.complaints", Long.class).stream().mapToLong(it -> it).sum())
        .isEqualTo(found.getLong("complaints"));
    assertThat(found.getLong("resolution.resolved")).isPositive();
    assertThat(
            found.getList("trend.points.complaints", Long.class).stream().mapToLong(it -> it).sum())
        .isEqualTo(found.getLong("complaints"));
  }

  @Test
  void anAnalystIsNotToldOfACauseOfFew() {
    String category = aCategory(null);
    complain(category, 3);
    complain(aCategory(null), 20);

    List<Map<String, Object>> groups = asked(Api.ANALYST).getList("groups");

    assertThat(groups)
        .filteredOn(group -> code(category).equals(group.get("name")))
        .allSatisfy(
            group -> assertThat(group).doesNotContainKeys("complaints", "share", "warning"));
    assertThat(groups).allSatisfy(group -> assertThat(group).doesNotContainKey("warning"));
  }

  @Test
  void anAnalystAsksForWholeMonthsOnly() {
    for (String query : List.of("period=week", "from=2026-03-02", "to=2026-03-30")) {
      Api.as(Api.ANALYST)
          .get(PATH + "?" + query)
          .then()
          .statusCode(400)
          .body("code", equalTo("parameter-invalid"))
          .body("detail", containsString("For this role"));
    }
    Api.as(Api.ANALYST).get(PATH + "?from=2026-03-01&to=2026-03-31").then().statusCode(200);
  }

  @Test
  void theSameQuestionHasTheSameAnswerAndAChart() {
    complain(aCategory(null), 2);

    byte[] first = Api.as(Api.SALES).get(PATH + "?by=cause").asByteArray();

    assertThat(Api.as(Api.SALES).get(PATH + "?by=cause").asByteArray()).isEqualTo(first);
    String svg =
        Api.as(Api.SALES)
            .header("Accept", "image/svg+xml")
            .header("Accept-Language", "zh")
            .get(PATH + "?period=week")
            .then()
            .statusCode(200)
            .contentType("image/svg+xml")
            .extract()
            .asString();
    assertThat(svg).contains("投诉趋势");
  }

  @Test
  void productsAreNamedByTheirCode() {
    JsonPath found =
        Api.as(Api.SALES)
            .get(PATH + "?by=product")
            .then()
            .statusCode(200)
            .body("about.parameters.by", equalTo("PRODUCT"))
            .extract()
            .jsonPath();

    assertThat(found.getList("groups.complaints", Long.class).stream().mapToLong(it -> it).sum())
        .isEqualTo(found.getLong("complaints"));
  }
}
