package org.kexin.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.kexin.testing.Api.ANALYST;
import static org.kexin.testing.Projects.ANALYST_ID;
import static org.kexin.testing.Projects.aProject;
import static org.kexin.testing.Projects.started;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.Buyers;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.PrivacyCalls;
import org.kexin.testing.Projects;

/**
 * Twelve customers who bought alike and three who bought more and later, alike among themselves; k
 * is ten. In another currency, eleven who bought alike.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class PseudonymousScoresIT {

  private static final String CURRENCY = "KMF";
  private static final String OTHER_CURRENCY = "SCR";
  private static final List<String> MANY = new ArrayList<>();
  private static final List<String> FEW = new ArrayList<>();
  private static final List<String> ELEVEN = new ArrayList<>();

  @BeforeEach
  void sales() {
    if (MANY.isEmpty()) {
      MANY.addAll(Buyers.alike(12, 1, "100", "2024-03-01", CURRENCY));
      FEW.addAll(Buyers.alike(3, 4, "900", "2024-03-28", CURRENCY));
      ELEVEN.addAll(Buyers.alike(11, 1, "100", "2024-03-01", OTHER_CURRENCY));
    }
  }

  @Test
  void scoresStandUnderPseudonymsThatNameNobody() {
    Response answer = scores(started(aProject()), CURRENCY, 50, null);

    JsonPath page = answer.jsonPath();
    assertThat(page.getList("items.pseudonym", String.class))
        .hasSize(MANY.size())
        .doesNotHaveDuplicates()
        .allMatch(pseudonym -> pseudonym.matches("[A-Za-z0-9_-]{22}"));
    assertThat(new HashSet<>(page.getList("items.recencyScore", Integer.class))).hasSize(1);
    assertThat(page.<Map<String, Object>>getList("items"))
        .allSatisfy(
            item ->
                assertThat(item.keySet())
                    .containsExactlyInAnyOrder(
                        "pseudonym", "recencyScore", "frequencyScore", "monetaryScore", "segment"));
    assertThat(page.getString("nextPageToken")).isNull();
    assertThat(page.getString("about.parameters.smallestGroup")).isEqualTo("10");
    for (String id : all()) {
      UUID uuid = UUID.fromString(id);
      assertThat(answer.asString())
          .doesNotContain(id)
          .doesNotContain(id.replace("-", ""))
          .doesNotContain(
              Base64.getUrlEncoder().withoutPadding().encodeToString(Database.bytes(id)))
          .doesNotContain(Long.toHexString(uuid.getLeastSignificantBits()));
    }
  }

  @Test
  void whoeverSharesTheirScoresWithTooFewIsLeftOut() {
    JsonPath page = scores(started(aProject()), CURRENCY, 50, null).jsonPath();

    // By the thresholds of the method: all but FEW have 1 order of 100, FEW have the best of each.
    assertThat(page.getList("items.frequencyScore", Integer.class)).containsOnly(1);
    assertThat(page.getList("items.monetaryScore", Integer.class)).containsOnly(1);
    assertThat(codes(page)).contains("SMALL_GROUP");
    assertThat(leftOut(page, "SMALL_GROUP")).as("itself too few to count").isZero();
    List<Integer> named =
        Api.as(Api.SALES)
            .queryParam("currency", CURRENCY)
            .queryParam("referenceDate", "2024-03-31")
            .get("/v1/analysis/rfm/scores")
            .jsonPath()
            .getList("items.monetaryScore", Integer.class);
    assertThat(named).hasSize(all().size()).contains(5);
  }

  @Test
  void pseudonymsStayTheSameAndPagesFollowThem() {
    String project = started(aProject());
    List<String> whole = pseudonyms(scores(project, CURRENCY, 50, null));

    List<String> paged = new ArrayList<>();
    String token = null;
    do {
      Response page = scores(project, CURRENCY, 5, token);
      assertThat(codes(page.jsonPath())).contains("SMALL_GROUP");
      paged.addAll(pseudonyms(page));
      token = page.path("nextPageToken");
    } while (token != null);

    assertThat(paged).isEqualTo(whole);
    assertThat(whole.stream().map(Pseudonym::parse).toList()).isSorted();
    assertThat(pseudonyms(scores(project, CURRENCY, 12, null))).isEqualTo(whole);
  }

  @Test
  void anotherProjectHasOtherPseudonyms() {
    List<String> one = pseudonyms(scores(started(aProject()), CURRENCY, 50, null));
    List<String> other = pseudonyms(scores(started(aProject()), CURRENCY, 50, null));

    assertThat(one).hasSameSizeAs(other);
    assertThat(Collections.disjoint(one, other)).isTrue();
  }

  @Test
  void whoObjectsIsNotShownAndHidesNobodyElse() {
    String project = started(aProject());
    assertThat(pseudonyms(scores(project, OTHER_CURRENCY, 50, null))).hasSize(11);

    object(ELEVEN.get(0));
    JsonPath ten = scores(project, OTHER_CURRENCY, 50, null).jsonPath();
    object(ELEVEN.get(1));
    JsonPath nine = scores(project, OTHER_CURRENCY, 50, null).jsonPath();

    assertThat(ten.getList("items")).hasSize(10);
    assertThat(leftOut(ten, "NO_PROFILING_CONSENT")).isEqualTo(1);
    assertThat(codes(ten)).doesNotContain("SMALL_GROUP");
    assertThat(nine.getList("items")).isEmpty();
    assertThat(leftOut(nine, "NO_PROFILING_CONSENT")).isEqualTo(2);
    assertThat(codes(nine)).contains("SMALL_GROUP");
  }

  @Test
  void everybodyOnThePageIsInTheAccessRecord() throws SQLException {
    String project = started(aProject());
    String requestId = "project-" + People.anId();
    Response page =
        Api.as(ANALYST)
            .header("X-Request-Id", requestId)
            .queryParam("currency", CURRENCY)
            .queryParam("pageSize", 5)
            .get("/v1/analysis/projects/{id}/rfm-scores", project);
    assertThat(pseudonyms(page)).hasSize(5);

    List<Map<String, @Nullable Object>> records = Database.accesses(requestId);
    assertThat(records).hasSize(1);
    assertThat(records.getFirst())
        .containsEntry("operation", "listPseudonymousRfmScores")
        .containsEntry("outcome", "DISCLOSED")
        .containsEntry("purpose", "analysis")
        .containsEntry("userId", ANALYST_ID)
        .containsEntry("disclosed", List.of())
        .containsEntry("masked", List.of("rfm"));
    assertThat(records.getFirst().get("persons"))
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .hasSize(5)
        .doesNotHaveDuplicates()
        .isSubsetOf(MANY)
        .as("in an order that does not tell who is behind which pseudonym")
        .isSorted();
  }

  @Test
  void onlyThePurposeAnalysisIsServedAndNoMadeUpToken() {
    String project = started(aProject());
    Api.withoutPurpose(ANALYST)
        .header("Purpose-Of-Use", "sales")
        .get("/v1/analysis/projects/{id}/rfm-scores", project)
        .then()
        .statusCode(403)
        .body("code", equalTo("forbidden"));
    String foreign = scores(started(aProject()), CURRENCY, 5, null).path("nextPageToken");
    Projects.scores(project, CURRENCY, 5, foreign)
        .then()
        .statusCode(400)
        .body("code", equalTo("page-token-invalid"));
    byte[] token =
        Base64.getUrlDecoder()
            .decode(scores(project, CURRENCY, 5, null).<String>path("nextPageToken"));
    String shortened =
        Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(token, 12));
    Projects.scores(project, CURRENCY, 5, shortened)
        .then()
        .statusCode(400)
        .body("code", equalTo("page-token-invalid"));
  }

  @Test
  void thePersonReadsThatAnAnalystLookedUnderAPseudonym() {
    People.ownCustomer();
    List<String> alike = new ArrayList<>(People.created(9));
    alike.add(People.OWN_CUSTOMER);
    Buyers.buy(alike, 1, "100", "2024-03-01", "STN");
    assertThat(pseudonyms(scores(started(aProject()), "STN", 50, null))).hasSize(10);

    Map<String, Object> english = told("en", "Looked at your data under a pseudonym");
    assertThat(english)
        .containsEntry("who", "Analyst (analysis)")
        .containsEntry("why", "statistics")
        .containsEntry("shown", List.of())
        .containsEntry("masked", List.of("scores of what you bought"));
    assertThat(told("zh-CN", "以假名查看了您的信息（未显示您的身份）"))
        .containsEntry("who", "数据分析人员（analysis）")
        .containsEntry("masked", List.of("购买行为评分"))
        .containsEntry("id", english.get("id"));
  }

  private static List<String> all() {
    List<String> all = new ArrayList<>(MANY);
    all.addAll(FEW);
    return all;
  }

  private static Response scores(
      String project, String currency, int size, @Nullable String token) {
    Response answer = Projects.scores(project, currency, size, token);
    answer.then().statusCode(200);
    return answer;
  }

  private static List<String> pseudonyms(Response page) {
    return page.jsonPath().getList("items.pseudonym", String.class);
  }

  private static int leftOut(JsonPath page, String code) {
    Integer count = page.get("about.leftOut.find { it.code == '%s' }?.count".formatted(code));
    return count == null ? 0 : count;
  }

  private static List<String> codes(JsonPath page) {
    return page.getList("about.leftOut.code", String.class);
  }

  private static void object(String person) {
    PrivacyCalls.answer(PrivacyCalls.identified(person, "OBJECTION_PROFILING")).statusCode(200);
  }

  /** The newest access of the customer's own data that is told in these words. */
  private static Map<String, Object> told(String language, String what) {
    return Api.as(Api.CUSTOMER)
        .header("Accept-Language", language)
        .get("/v1/me/accesses")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getMap("items.find { it.what == '%s' }".formatted(what));
  }
}
