package org.kexin.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Runs;

/** Statistics of the groups of the sales, and what analysts see of small ones. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class StatisticsGroupsIT {

  @BeforeEach
  void sales() {
    PartSales.made();
  }

  @Test
  void eachChannelHasItsFigures() {
    JsonPath answer = grouped(Api.SALES, "channel", Map.of());

    assertThat(answer.getString("about.parameters.groupBy")).isEqualTo("CHANNEL");
    assertThat(answer.getList("groups.group")).containsExactly("SHOP", "ONLINE", "PHONE");
    assertThat(answer.getList("groups.revenue")).containsExactly("3300.00", "1300.00", "150.00");
    assertThat(answer.getList("groups.orders")).containsExactly(11, 14, 3);
    assertThat(answer.getList("groups.customers")).containsExactly(11, 12, 3);
    assertThat(answer.getList("groups.quantity")).containsExactly(66, 26, 3);
    assertThat(answer.getList("groups.averageOrderValue"))
        .containsExactly("300.0000", "92.8571", "50.0000");
    // Of 1, 2 … n: (n − 1) / (3 n), and Σ i² / (Σ i)².
    assertThat(answer.getDouble("groups[0].gini")).isCloseTo(10.0 / 33, within(1e-6));
    assertThat(answer.getDouble("groups[0].herfindahlHirschman"))
        .isCloseTo(506.0 / (66 * 66), within(1e-6));
    // 51 of 66 are 77 %, 60 of 66 are 91 %.
    assertThat(answer.getList("groups[0].abc.customers")).containsExactly(6, 2, 3);
    assertThat(answer.getDouble("groups[2].gini")).isCloseTo(0, within(1e-6));
    assertThat(answer.getString("totals.revenue")).isEqualTo("4750.00");
    assertThat(statistics(Api.SALES, Map.of()).<Object>get("groups")).isNull();
  }

  @Test
  void salesOfNobodyKnownAreAGroupOfTheirOwn() {
    JsonPath answer = grouped(Api.SALES, "customer-kind", Map.of("anonymous", "included"));

    assertThat(answer.getList("groups.group"))
        .containsExactly("INDIVIDUAL", "ENTERPRISE", "UNKNOWN");
    assertThat(answer.getList("groups.revenue")).containsExactly("1450.00", "3300.00", "500.00");
    assertThat(answer.getList("groups.customers")).containsExactly(12, 11, 0);
    assertThat(answer.getList("groups.complete")).containsOnlyNulls();
  }

  @Test
  void periodsFollowEachOtherAndSayWhetherTheyAreComplete() {
    JsonPath months = grouped(Api.SALES, "month", Map.of("from", "2024-01-01", "to", "2024-03-20"));

    assertThat(months.getList("groups.group")).containsExactly("2024-01", "2024-02", "2024-03");
    assertThat(months.getList("groups.revenue")).containsExactly("1200.00", "3450.00", "100.00");
    assertThat(months.getList("groups.complete")).containsExactly(true, true, false);
    assertThat(grouped(Api.SALES, "quarter", Map.of()).getList("groups.group"))
        .containsExactly("2024-Q1");
    JsonPath years = grouped(Api.SALES, "year", Map.of("returns", "deducted"));
    assertThat(years.getList("groups.group")).containsExactly("2024");
    assertThat(years.getList("groups.revenue")).containsExactly("4700.00");
    assertThat(years.getList("groups.returns")).containsExactly(1);
  }

  @Test
  void filtersAndGroupsGoTogether() {
    JsonPath answer = grouped(Api.SALES, "channel", Map.of("customerKind", "individual"));

    assertThat(answer.getList("groups.group")).containsExactly("ONLINE", "PHONE");
    assertThat(answer.getList("groups.revenue")).containsExactly("1300.00", "150.00");
  }

  /** PHONE has three customers; with it goes the smallest other, or the rest would be PHONE. */
  @Test
  void anAnalystLearnsOfNoSmallChannelByTheDifference() {
    JsonPath answer = grouped(Api.ANALYST, "channel", Map.of());

    assertThat(answer.getString("totals.revenue")).isEqualTo("4750.00");
    assertThat(answer.getList("groups.group")).containsExactly("SHOP", "ONLINE", "PHONE");
    assertThat(answer.getList("groups.revenue")).containsExactly(null, "1300.00", null);
    assertThat(answer.getList("groups.customers")).containsExactly(null, 12, null);
    assertThat(answer.getList("groups.gini", Double.class).get(0)).isNull();
    assertThat(answer.getString("groups[2].reason")).contains("Fewer than 10 customers");
    assertThat(answer.getList("groups[1].abc.customers")).containsOnlyNulls();
    assertThat(grouped(Api.ANALYST, "customer-kind", Map.of()).getList("groups.revenue"))
        .containsExactly("1450.00", "3300.00");
  }

  /** February and March share a block of days, since only two customers bought in March. */
  @Test
  void anAnalystSeesPeriodsOfWholeBlocksOnly() {
    JsonPath months = grouped(Api.ANALYST, "month", Map.of());

    assertThat(months.getList("groups.revenue")).containsExactly("1200.00", null, null);
    assertThat(months.getList("months.revenue")).containsExactly("1200.00", null, null);
    assertThat(grouped(Api.ANALYST, "quarter", Map.of()).getList("groups.revenue"))
        .containsExactly("4750.00");
  }

  @Test
  void anAnalystAsksOfChannelsAndKindsOverAllSalesOnly() {
    Map.of("from", "2024-01-01", "to", "2024-02-28", "returns", "deducted")
        .forEach(
            (name, value) -> {
              JsonPath problem =
                  asked(Api.ANALYST, Map.of("groupBy", "channel", name, value))
                      .statusCode(400)
                      .extract()
                      .jsonPath();
              assertThat(problem.getString("errors[0].pointer")).isEqualTo(name);
              assertThat(problem.getString("errors[0].detail")).startsWith("For this role such");
            });
  }

  @Test
  void aRunGivesTheBytesOfTheRequest() {
    Map<String, String> asked = Map.of("currency", PartSales.CURRENCY, "groupBy", "channel");
    String id = Runs.completed(Api.ANALYST, Runs.aRun("statistics", asked));
    Map<String, String> parameters =
        new HashMap<>(Runs.ended(Api.ANALYST, id).getMap("parameters"));
    parameters.put("topCustomers", "0");

    assertThat(new String(Runs.result(Api.ANALYST, id), StandardCharsets.UTF_8))
        .isEqualTo(asked(Api.ANALYST, parameters).statusCode(200).extract().asString());
  }

  @Test
  void groupsCanBeLookedAt() {
    Map.of("channel", "各渠道销售额", "customer-kind", "各类客户销售额", "quarter", "每季销售额", "year", "每年销售额")
        .forEach(
            (groupBy, title) ->
                assertThat(
                        Api.as(Api.SALES)
                            .header("Accept", "image/svg+xml")
                            .header("Accept-Language", "zh-CN")
                            .queryParam("currency", PartSales.CURRENCY)
                            .queryParam("groupBy", groupBy)
                            .get("/v1/analysis/statistics")
                            .then()
                            .statusCode(200)
                            .contentType("image/svg+xml")
                            .extract()
                            .asString())
                    .contains(title));
  }

  @Test
  void aGroupingThatIsNoneIsRefused() {
    assertThat(
            asked(Api.SALES, Map.of("groupBy", "weather"))
                .statusCode(400)
                .extract()
                .jsonPath()
                .getString("errors[0].pointer"))
        .isEqualTo("groupBy");
  }

  private static JsonPath grouped(String role, String groupBy, Map<String, String> parameters) {
    Map<String, String> all = new HashMap<>(parameters);
    all.put("groupBy", groupBy);
    return statistics(role, all);
  }

  private static JsonPath statistics(String role, Map<String, String> parameters) {
    return asked(role, parameters).statusCode(200).extract().jsonPath();
  }

  private static ValidatableResponse asked(String role, Map<String, String> parameters) {
    Map<String, String> all = new HashMap<>(parameters);
    all.put("currency", PartSales.CURRENCY);
    return Api.as(role).queryParams(all).get("/v1/analysis/statistics").then();
  }
}
