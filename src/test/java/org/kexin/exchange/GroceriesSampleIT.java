package org.kexin.exchange;

import static io.restassured.path.json.config.JsonPathConfig.jsonPathConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.ExampleFiles;
import org.kexin.testing.LocalParts;

/**
 * The baskets of Groceries as orders without a customer, in a currency of their own. The figures
 * are those of the R package arules (Hahsler) and of Lantz, Machine Learning with R, chapter 8.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class GroceriesSampleIT {

  private static final String CURRENCY = "MGA";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void theRulesOfGroceriesAreThePublishedOnes() throws IOException {
    List<List<String>> baskets = baskets();
    String products =
        baskets.stream()
            .flatMap(List::stream)
            .distinct()
            .sorted()
            .map(item -> code(item) + "," + item)
            .collect(Collectors.joining("\n", "code,name\n", "\n"));
    assertThat(ImportCalls.imported("products", ImportCalls.CSV, products).path("refused").asInt())
        .isZero();
    JsonNode run = ImportCalls.imported("transactions", ImportCalls.NDJSON, orders(baskets));
    assertThat(run.path("accepted").asInt() + run.path("unchanged").asInt()).isEqualTo(9_835);

    JsonPath answer = rules("0.006", "0.25", "lift");
    assertThat(answer.getInt("profile.baskets")).isEqualTo(9_835);
    assertThat(answer.getInt("profile.items")).isEqualTo(169);
    assertThat(answer.getDouble("profile.meanSize")).isCloseTo(4.409456, within(5e-7));
    assertThat(answer.getDouble("profile.density")).isCloseTo(.02609146, within(5e-9));
    assertThat(answer.getString("profile.topItems[0].items[0].name")).isEqualTo("whole milk");
    assertThat(answer.getInt("profile.topItems[0].count")).isEqualTo(2_513);
    assertThat(answer.getInt("rulesFound")).isEqualTo(463);
    assertThat(answer.getList("rules")).hasSize(463);
    assertThat(answer.getList("cuts")).isEmpty();
    assertTheBestRule(answer);

    JsonPath confident = rules("0.01", "0.5", "confidence");
    assertThat(confident.getList("rules")).hasSize(15);
    assertThat(confident.getDouble("rules[0].confidence")).isCloseTo(.586207, within(5e-7));
    assertThat(confident.getList("sets.byLength.sets")).containsExactly(88, 213, 32);
  }

  /** Its lift is the highest of all. */
  private static void assertTheBestRule(JsonPath answer) {
    assertThat(answer.getString("rules[0].antecedent[0].name")).isEqualTo("herbs");
    assertThat(answer.getString("rules[0].consequent[0].name")).isEqualTo("root vegetables");
    assertThat(answer.getInt("rules[0].count")).isEqualTo(69);
    assertThat(answer.getDouble("rules[0].support")).isCloseTo(.007015760, within(5e-10));
    assertThat(answer.getDouble("rules[0].confidence")).isCloseTo(.43125, within(5e-8));
    assertThat(answer.getDouble("rules[0].lift")).isCloseTo(3.956477, within(5e-7));
    assertThat(answer.getDouble("rules[0].leverage")).isCloseTo(.005242526, within(5e-10));
    assertThat(answer.getDouble("rules[0].conviction")).isCloseTo(1.566596, within(5e-7));
    assertThat(answer.getInt("rules[0].customers")).isZero();
  }

  private static JsonPath rules(String support, String confidence, String order) {
    return Api.as(Api.SALES)
        .queryParam("currency", CURRENCY)
        .queryParam("support", support)
        .queryParam("confidence", confidence)
        .queryParam("order", order)
        .get("/v1/analysis/associations")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath(jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE));
  }

  private static List<List<String>> baskets() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                ExampleFiles.open("baskets/groceries.csv"), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> Stream.of(line.split(",")).map(String::strip).toList())
          .toList();
    }
  }

  private static String code(String item) {
    return "GROCERY-" + item;
  }

  private static String orders(List<List<String>> baskets) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < baskets.size(); i++) {
      List<Map<String, Object>> lines =
          baskets.get(i).stream()
              .map(
                  item ->
                      Map.<String, Object>of(
                          "productCode", code(item), "quantity", 1, "unitPrice", "1"))
              .toList();
      text.append(
              JSON.writeValueAsString(
                  Map.of(
                      "kind", "ORDER",
                      "source", "groceries",
                      "number", "G-" + i,
                      "channel", "SHOP",
                      "currency", CURRENCY,
                      "occurredAt", "2026-01-15T10:00:00Z",
                      "lines", lines)))
          .append('\n');
    }
    return text.toString();
  }
}
