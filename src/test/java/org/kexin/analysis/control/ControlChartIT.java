package org.kexin.analysis.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.ExampleFiles;
import org.kexin.testing.LocalParts;

/**
 * Control charts over HTTP: the orange juice cans of Montgomery, Introduction to statistical
 * quality control, and small ones worked out by hand.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ControlChartIT {

  @Test
  void theOrangeJuiceOfMontgomery() throws IOException {
    JsonPath answer = answer(Map.of("chart", "P", "points", trialSamples()));

    assertThat(answer.getLong("about.n")).isEqualTo(30);
    assertThat(answer.getDouble("chart.centre")).isCloseTo(.231333, within(5e-7));
    assertThat(answer.getDouble("chart.points[0].lower")).isCloseTo(.052428, within(5e-7));
    assertThat(answer.getDouble("chart.points[0].upper")).isCloseTo(.410239, within(5e-7));
    assertThat(out(answer)).containsExactly("15", "23");
    assertThat(answer.getList("chart.points.findAll { it.removed }")).isEmpty();
  }

  /** Without 15 and 23 the centre is 301/1400 = .215, and 21 is beyond the new limit. */
  @Test
  void pointsBeyondTheLimitsAreRemovedUntilNoneIs() throws IOException {
    JsonPath answer =
        answer(Map.of("chart", "P", "points", trialSamples(), "removeOutOfControl", true));

    assertThat(answer.getList("chart.rounds")).hasSize(3);
    assertThat(answer.getList("chart.rounds[0].outOfControl")).isEqualTo(List.of("15", "23"));
    assertThat(answer.getDouble("chart.rounds[1].centre")).isCloseTo(.215, within(1e-9));
    assertThat(answer.getList("chart.rounds[1].outOfControl")).isEqualTo(List.of("21"));
    assertThat(answer.getList("chart.points")).hasSize(30);
    assertThat(answer.getList("chart.points.findAll { it.removed }.label", String.class))
        .containsExactly("15", "21", "23");
  }

  @Test
  void ratesHaveTheLimitsOfTheirOwnSize() {
    JsonPath answer =
        answer(Map.of("chart", "U", "points", List.of(of("a", 4, 1), of("b", 16, 4))));

    // u = 20 / 5 = 4; 4 ± 3 √(4 / 1) and 4 ± 3 √(4 / 4)
    assertThat(answer.getDouble("chart.centre")).isEqualTo(4);
    assertThat(answer.getDouble("chart.points[0].lower")).isZero();
    assertThat(answer.getDouble("chart.points[0].upper")).isEqualTo(10);
    assertThat(answer.getDouble("chart.points[1].lower")).isEqualTo(1);
    assertThat(answer.getDouble("chart.points[1].upper")).isEqualTo(7);
    assertThat(answer.getString("ranges")).isNull();
  }

  @Test
  void meansAndRangesComeInTwoCharts() {
    List<Map<String, Object>> samples =
        List.of(
            Map.of("label", "1", "values", List.of(1, 3)),
            Map.of("label", "2", "values", List.of(2, 4)),
            Map.of("label", "3", "values", List.of(3, 5)),
            Map.of("label", "4", "values", List.of(3, 5, 7)));
    JsonPath answer = answer(Map.of("chart", "MEAN_RANGE", "points", samples));

    // Means 2, 3, 4 and ranges 2; for samples of two A₂ = 1.880, D₄ = 3.267, d₂ = 1.128.
    assertThat(answer.getDouble("chart.centre")).isEqualTo(3);
    assertThat(answer.getDouble("chart.points[0].upper")).isCloseTo(3 + 2 * 1.880, within(2e-3));
    assertThat(answer.getDouble("ranges.centre")).isEqualTo(2);
    assertThat(answer.getDouble("ranges.points[0].lower")).isZero();
    assertThat(answer.getDouble("ranges.points[0].upper")).isCloseTo(2 * 3.267, within(2e-3));
    assertThat(answer.getDouble("standardDeviation")).isCloseTo(2 / 1.128, within(2e-3));
    assertThat(answer.getString("about.parameters.sampleSize")).isEqualTo("2");
    assertThat(answer.getInt("about.leftOut.find { it.code == 'OTHER_SIZE' }.count")).isOne();
  }

  @Test
  void aRunOnOneSideIsASignalOfTheRulesAskedFor() {
    // 8, 8 and eight of 1: below the centre of 2.4 for eight points in a row, none beyond 3 sigma.
    List<Map<String, Object>> points =
        IntStream.rangeClosed(1, 10)
            .mapToObj(i -> Map.<String, Object>of("label", "d" + i, "count", i <= 2 ? 7 : 1))
            .toList();
    JsonPath usual = answer(Map.of("chart", "C", "points", points));
    assertThat(usual.getDouble("chart.centre")).isCloseTo(2.2, within(1e-12));
    assertThat(usual.getString("chart.signals.find { it.rule == 'WESTERN_ELECTRIC_4' }.from"))
        .isEqualTo("d3");
    assertThat(usual.getString("chart.signals.find { it.rule == 'WESTERN_ELECTRIC_4' }.to"))
        .isEqualTo("d10");
    JsonPath limits = answer(Map.of("chart", "C", "points", points, "rules", "ONLY_LIMITS"));
    assertThat(limits.getList("chart.signals.rule", String.class)).isSubsetOf("WESTERN_ELECTRIC_1");
  }

  @Test
  void whatHasNoSizeHasNoValueAndSaysWhy() {
    JsonPath answer = answer(Map.of("chart", "P", "points", List.of(of("a", 0, 0))));
    assertThat(answer.getString("chart.centre")).isNull();
    assertThat(answer.getString("chart.reason")).isNotBlank();
    assertThat(answer.getString("chart.points[0].value")).isNull();
    assertThat(answer.getString("chart.points[0].reason")).isNotBlank();
  }

  @Test
  void itIsDrawn() throws IOException {
    Api.as(Api.ANALYST)
        .contentType(ContentType.JSON)
        .header("Accept", "image/svg+xml")
        .header("Accept-Language", "zh-CN")
        .body(Map.of("chart", "P", "points", trialSamples()))
        .post("/v1/analysis/control-charts")
        .then()
        .statusCode(200)
        .contentType(containsString("image/svg+xml"))
        .body(containsString("控制图"))
        .body(containsString("中心线"));
  }

  @Test
  void whatDoesNotFitTheChartIsRefused() {
    refused(Map.of("chart", "P", "points", List.of()), "/points");
    refused(Map.of("chart", "P", "points", List.of(of("a", 3, 2))), "/points/0/size");
    refused(Map.of("chart", "P", "points", List.of(of("a", 1, 2.5))), "/points/0/size");
    refused(
        Map.of("chart", "U", "points", List.of(of("a", 1, 1), Map.of("label", "b", "count", 1))),
        "/points/1/size");
    refused(Map.of("chart", "C", "points", List.of(Map.of("label", "a"))), "/points/0/count");
    refused(Map.of("chart", "MEAN_RANGE", "points", List.of(of("a", 1, 1))), "/points/0");
    refused(
        Map.of(
            "chart",
            "MEAN_RANGE",
            "points",
            List.of(Map.of("label", "a", "values", List.of(1, 1e101)))),
        "/points/0/values");
    refused(Map.of("chart", "C", "points", Collections.nCopies(5_001, of("a", 1, 1))), "/points");
  }

  private static void refused(Map<String, Object> chart, String pointer) {
    asked(chart).statusCode(400).body("errors[0].pointer", equalTo(pointer));
  }

  private static JsonPath answer(Map<String, Object> chart) {
    return asked(chart).statusCode(200).extract().jsonPath();
  }

  /** Asking is no change, so no Idempotency-Key is needed. */
  private static ValidatableResponse asked(Map<String, Object> chart) {
    return Api.as(Api.ANALYST)
        .contentType(ContentType.JSON)
        .body(chart)
        .post("/v1/analysis/control-charts")
        .then();
  }

  private static List<String> out(JsonPath answer) {
    return answer.getList("chart.points.findAll { it.outOfControl }.label", String.class);
  }

  private static Map<String, Object> of(String label, long count, double size) {
    Map<String, Object> point = new LinkedHashMap<>();
    point.put("label", label);
    point.put("count", count);
    point.put("size", size);
    return point;
  }

  private static List<Map<String, Object>> trialSamples() throws IOException {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                ExampleFiles.open("spc/orangejuice.txt"), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .filter(cells -> cells[3].strip().equals("TRUE"))
          .map(cells -> of(cells[0], Long.parseLong(cells[1]), Double.parseDouble(cells[2])))
          .toList();
    }
  }
}
