package org.kexin.analysis.effect;

import static io.restassured.path.json.config.JsonPathConfig.jsonPathConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;

/**
 * Figures of a test that the caller sends. Hillstrom's are those of section B7 of the analyses
 * (pyuplift); the size of 3,841 is of the same section.
 */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ComparisonIT {

  private static final String MENS = "comparisons.find { it.arm.name == 'Mens E-Mail' }.";

  @Test
  void hillstromsVisitsAndSpendAreAsPublished() {
    JsonPath answer =
        compared(
                Map.of(
                    "marginPercent",
                    30,
                    "arms",
                    List.of(
                        arm("Womens E-Mail", 21_387, 3_238, 1.077202, 15.116106),
                        with(arm("Mens E-Mail", 21_307, 3_894, 1.422617, 17.754205), 2_130.7),
                        control(arm("No E-Mail", 21_306, 2_262, .652789, 11.588200)))))
            .statusCode(200)
            .body("sampleRatio.mismatch", equalTo(false))
            .body("warnings.code", contains("SEVERAL_COMPARISONS"))
            .body("control.name", equalTo("No E-Mail"))
            .body("comparisons", hasSize(2))
            .extract()
            .jsonPath(jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE));
    String visits = MENS + "conversion.";
    near(answer, visits + "difference", .07658956, 1e-8);
    near(answer, visits + "z", 22.486041, 1e-6);
    near(answer, visits + "pValue", 5.685e-112, 1e-115);
    near(answer, visits + "wald.lower", .06995350, 1e-8);
    near(answer, visits + "wald.upper", .08322563, 1e-8);
    near(answer, visits + "newcombe.lower", .06995331, 1e-8);
    near(answer, visits + "newcombe.upper", .08322674, 1e-8);
    near(answer, visits + "relativeUplift", .721405, 1e-6);
    near(answer, visits + "relativeInterval.lower", .640385, 1e-6);
    near(answer, visits + "relativeInterval.upper", .806426, 1e-6);
    near(answer, visits + "chiSquare", 505.622032, 1e-6);
    near(answer, visits + "yatesChiSquare", 505.002532, 1e-6);
    String spend = MENS + "value.";
    near(answer, spend + "difference", .769828, 1e-9);
    near(answer, spend + "standardError", .145247, 1e-6);
    near(answer, spend + "t", 5.300140, 1e-5);
    near(answer, spend + "degreesOfFreedom", 36_671.158, .01);
    near(answer, spend + "pValue", 1.164e-7, 1e-10);
    near(answer, spend + "interval.lower", .485140, 1e-5);
    near(answer, spend + "interval.upper", 1.054515, 1e-5);
    // The published means have six decimals, so 21,307 of them are off by two hundredths.
    near(answer, MENS + "incrementalValue", 16_402.7072, .03);
    near(answer, MENS + "returnOnInvestment", 1.309481, 1e-5);
    // Four tests; that of the visits is the surest, so it counts four times.
    near(answer, visits + "adjustedPValue", 4 * answer.getDouble(visits + "pValue"), 1e-115);
  }

  @Test
  void aPlannedTestNeedsSoManyInEachArm() {
    compared(
            Map.of(
                "arms",
                List.of(arm("A", 10, 1), control(arm("B", 10, 1))),
                "plan",
                Map.of("baseRate", .1, "relativeUplift", .2)))
        .statusCode(200)
        .body("plan.perArm", equalTo(3_841));
  }

  @Test
  void armsOfOtherSizesThanPlannedAreFlagged() {
    compared(
            Map.of(
                "arms",
                List.of(planned(arm("A", 9_000, 90), 90), planned(control(arm("B", 900, 9)), 10))))
        .statusCode(200)
        .body("sampleRatio.mismatch", equalTo(true))
        .body("sampleRatio.arms.expected", contains(8_910.0F, 990.0F))
        .body("warnings.code", contains("SAMPLE_RATIO_MISMATCH"));
  }

  @Test
  void nobodyAndNoConversionsGiveReasonsAndNoNumbers() {
    compared(Map.of("arms", List.of(arm("A", 10, 0), control(arm("B", 0, 0)))))
        .statusCode(200)
        .body("comparisons[0].conversion.difference", nullValue())
        .body("comparisons[0].conversion.absent[0].code", equalTo("EMPTY_GROUP"))
        .body("comparisons[0].value", nullValue());
    compared(Map.of("arms", List.of(arm("A", 10, 0), control(arm("B", 20, 0)))))
        .statusCode(200)
        .body("comparisons[0].conversion.difference", equalTo(0.0F))
        .body("comparisons[0].conversion.pValue", nullValue())
        .body(
            "comparisons[0].conversion.absent.find { it.figure == 'relativeUplift' }.code",
            equalTo("NO_SUCCESSES"));
  }

  @Test
  void figuresThatContradictEachOtherAreRefusedAllAtOnce() {
    Map<String, Object> half = arm("A", 10, 11);
    half.put("mean", 1);
    compared(
            Map.of(
                "arms",
                List.of(half, arm("A", 10, 1)),
                "plan",
                Map.of("baseRate", .5, "relativeUplift", 2)))
        .statusCode(400)
        .body(
            "errors.code",
            containsInAnyOrder(
                "one-control", "out-of-range", "needed", "duplicate", "out-of-range"));
  }

  @Test
  void theSameFiguresHaveTheSameBytes() {
    Map<String, Object> asked =
        Map.of("arms", List.of(arm("A", 100, 30, 5, 2), control(arm("B", 100, 20, 4, 2))));
    assertThat(compared(asked).extract().asByteArray())
        .isEqualTo(compared(asked).extract().asByteArray());
  }

  private static void near(JsonPath answer, String path, double expected, double by) {
    assertThat(answer.getDouble(path)).as(path).isCloseTo(expected, offset(by));
  }

  private static Offset<Double> offset(double by) {
    return within(by);
  }

  private static ValidatableResponse compared(Map<String, Object> body) {
    return Api.as(Api.ANALYST)
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/analysis/comparisons")
        .then();
  }

  private static Map<String, Object> arm(String name, long n, long conversions) {
    Map<String, Object> arm = new LinkedHashMap<>();
    arm.put("name", name);
    arm.put("n", n);
    arm.put("conversions", conversions);
    return arm;
  }

  private static Map<String, Object> arm(
      String name, long n, long conversions, double mean, double deviation) {
    Map<String, Object> arm = arm(name, n, conversions);
    arm.put("mean", mean);
    arm.put("standardDeviation", deviation);
    return arm;
  }

  private static Map<String, Object> with(Map<String, Object> arm, double cost) {
    arm.put("cost", cost);
    return arm;
  }

  private static Map<String, Object> planned(Map<String, Object> arm, int share) {
    arm.put("plannedShare", share);
    return arm;
  }

  private static Map<String, Object> control(Map<String, Object> arm) {
    arm.put("control", true);
    return arm;
  }
}
