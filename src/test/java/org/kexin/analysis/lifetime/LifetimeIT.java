package org.kexin.analysis.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.analysis.lifetime.LifetimeCases.ASKED;
import static org.kexin.analysis.lifetime.LifetimeCases.CALIBRATION;
import static org.kexin.analysis.lifetime.LifetimeCases.LIFETIME;
import static org.kexin.analysis.lifetime.LifetimeCases.MOST_VALUABLE;
import static org.kexin.analysis.lifetime.LifetimeCases.REGULARS;
import static org.kexin.analysis.lifetime.LifetimeCases.TO;
import static org.kexin.analysis.lifetime.LifetimeCases.WIN_BACKS;
import static org.kexin.analysis.lifetime.LifetimeCases.histories;
import static org.kexin.analysis.lifetime.LifetimeCases.json;
import static org.kexin.analysis.lifetime.LifetimeCases.outlooks;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kexin.analysis.Sales;
import org.kexin.analysis.algorithm.lifetime.CustomerOutlook;
import org.kexin.analysis.algorithm.lifetime.CustomerOutlooks;
import org.kexin.analysis.algorithm.lifetime.GammaGamma;
import org.kexin.analysis.algorithm.lifetime.GammaGammaFit;
import org.kexin.analysis.algorithm.lifetime.ModelComparison;
import org.kexin.analysis.algorithm.lifetime.ModelKind;
import org.kexin.analysis.algorithm.lifetime.PurchaseHistories;
import org.kexin.analysis.algorithm.lifetime.PurchaseModel;
import org.kexin.analysis.algorithm.lifetime.PurchaseModelFit;
import org.kexin.analysis.algorithm.lifetime.RepeatValues;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;
import org.kexin.testing.Regulars;
import org.kexin.testing.Runs;

/** Lifetime value over the API, against the algorithm's own entry points on the same histories. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class LifetimeIT {

  @BeforeEach
  void sales() {
    REGULARS.ids();
  }

  @Test
  void theModelsAreThoseOfTheAlgorithm() {
    PurchaseHistories<UUID> histories = histories(PurchaseHistories.Parameters.inWeeks(TO));
    PurchaseModelFit purchases = PurchaseModelFit.of(histories.grouped(), ModelKind.MBG_NBD);
    GammaGammaFit values = GammaGammaFit.of(RepeatValues.of(histories));
    GammaGamma gamma = values.model().orElseThrow();

    JsonPath answer = json(Api.SALES, LIFETIME, ASKED);

    assertThat(answer.getString("purchases.model")).isEqualTo("MBG_NBD");
    assertThat(answer.getInt("purchases.customers")).isEqualTo(Regulars.SIZE);
    assertThat(answer.getList("purchases.parameters.name")).containsExactly("r", "alpha", "a", "b");
    List<PurchaseModel.Parameter> fitted = purchases.model().orElseThrow().parameters();
    for (int i = 0; i < fitted.size(); i++) {
      double value = fitted.get(i).value();
      assertThat(answer.getDouble("purchases.parameters[%d].value".formatted(i)))
          .isCloseTo(value, within(1e-4 * value));
    }
    assertThat(answer.getDouble("purchases.logLikelihood"))
        .isCloseTo(purchases.logLikelihood().orElseThrow(), within(1e-4));
    assertThat(answer.getDouble("values.parameters[2].value"))
        .isCloseTo(gamma.v(), within(1e-3 * gamma.v()));
    assertThat(answer.getDouble("values.correlation"))
        .isCloseTo(values.correlation().orElseThrow(), within(1e-6));
    // Of five customers in a row one came once: places 0, 5, 10, 15 and 20.
    assertThat(answer.getInt("values.withoutRepeats")).isEqualTo(5);
    assertThat(answer.getInt("values.customers")).isEqualTo(19);
    assertThat(answer.getMap("about.parameters"))
        .containsEntry("unit", "week")
        .containsEntry("months", "12")
        .containsEntry("discountPercent", "1")
        .containsEntry("marginPercent", "100")
        .containsEntry("observedTo", "2024-09-30");
    assertThat(answer.getString("caution")).contains("is 1 for everybody who bought once");
  }

  @Test
  void whatIsExpectedOfAllIsTheSumOfTheCustomers() {
    CustomerOutlooks<UUID> outlooks = outlooks();
    double purchases = 0;
    double value = 0;
    double active = 0;
    for (int row = 0; row < outlooks.size(); row++) {
      CustomerOutlook<UUID> outlook = outlooks.get(row);
      purchases += outlook.expectedPurchases();
      active += outlook.probabilityAlive();
      Double worth = outlook.lifetimeValue().value();
      value += worth == null ? 0 : worth;
    }

    JsonPath answer = json(Api.SALES, LIFETIME, ASKED);

    assertThat(answer.getDouble("expected.purchases"))
        .isCloseTo(purchases, within(1e-3 * purchases));
    assertThat(answer.getDouble("expected.value")).isCloseTo(value, within(1e-3 * value));
    assertThat(answer.getDouble("expected.activeCustomers")).isCloseTo(active, within(1e-3));
    assertThat(answer.getList("expected.months")).hasSize(12);
  }

  @Test
  void theHoldOutComparesThreeModels() {
    ModelComparison comparison =
        ModelComparison.of(
            histories(PurchaseHistories.Parameters.inWeeks(CALIBRATION, TO)),
            List.of(ModelKind.values()),
            part -> {});

    JsonPath answer =
        json(
            Api.SALES,
            LIFETIME,
            Map.of(
                "currency", REGULARS.currency(),
                "to", TO.toString(),
                "calibrationEnd", CALIBRATION.toString()));

    assertThat(answer.getDouble("holdOut.weeks")).isCloseTo(153 / 7.0, within(1e-5));
    assertThat(answer.getLong("holdOut.purchases")).isEqualTo(comparison.actualTotal());
    assertThat(answer.getList("holdOut.models.fit.model"))
        .containsExactly("BG_NBD", "MBG_NBD", "PARETO_NBD");
    assertThat(answer.getList("holdOut.classes.customers", Long.class))
        .isEqualTo(
            comparison.actual().stream().map(ModelComparison.FrequencyClass::customers).toList());
    double predicted =
        comparison.models().get(1).predicted().getFirst().meanPurchases().orElseThrow();
    assertThat(answer.getDouble("holdOut.classes[0].predicted[1].mean"))
        .isCloseTo(predicted, within(1e-3));
  }

  @Test
  void anAnalystSeesNoFiguresOfFewAndANamelessModel() {
    Api.as(Api.ANALYST)
        .queryParams(ASKED)
        .queryParam("calibrationEnd", CALIBRATION.toString())
        .get(LIFETIME)
        .then()
        .statusCode(200)
        .body("purchases.customers", equalTo(Regulars.SIZE))
        .body("purchases.parameters", hasSize(4))
        .body("values.withoutRepeats", nullValue())
        .body("values.customers", nullValue())
        .body(
            "holdOut.classes.findAll { it.customers != null && it.customers > 0 && it.customers < 10 }",
            hasSize(0))
        .body("about.parameters", hasEntry("smallestGroup", "10"));
    Api.as(Api.ANALYST).queryParams(ASKED).get(WIN_BACKS).then().statusCode(403);
    Api.as(Api.ANALYST).queryParams(ASKED).get(MOST_VALUABLE).then().statusCode(403);
  }

  @Test
  void itCanBeLookedAt() {
    assertThat(svg(ASKED)).contains("未来各月预期购买次数");
    assertThat(
            svg(
                Map.of(
                    "currency", REGULARS.currency(),
                    "to", TO.toString(),
                    "calibrationEnd", CALIBRATION.toString())))
        .contains("预测与实际购买次数", "Pareto/NBD");
  }

  private static String svg(Map<String, String> asked) {
    return Api.as(Api.SALES)
        .header("Accept", "image/svg+xml")
        .header("Accept-Language", "zh-CN")
        .queryParams(asked)
        .get(LIFETIME)
        .then()
        .statusCode(200)
        .contentType("image/svg+xml")
        .extract()
        .asString();
  }

  @Test
  void aRunAnswersWhatTheRequestAnswers() {
    String id = Runs.completed(Api.ANALYST, Runs.aRun("lifetime", ASKED));
    Map<String, String> parameters = Runs.ended(Api.ANALYST, id).getMap("parameters");

    byte[] asked = Api.as(Api.ANALYST).queryParams(parameters).get(LIFETIME).asByteArray();

    assertThat(new String(Runs.result(Api.ANALYST, id), StandardCharsets.UTF_8))
        .isEqualTo(new String(asked, StandardCharsets.UTF_8));
  }

  @Test
  void withoutRepeatsThereIsNoModelAndNobodyIsRanked() {
    Map<String, String> nobody = Map.of("currency", "BBD");
    Api.as(Api.SALES)
        .queryParams(nobody)
        .get(LIFETIME)
        .then()
        .statusCode(200)
        .body("purchases.reason", containsString("no customer with a purchase"))
        .body("expected", nullValue());

    Sales.order(Sales.customer("Only one"), Sales.product(), "BMD", LocalDate.of(2024, 5, 1), 2);
    Map<String, String> one = Map.of("currency", "BMD");
    Api.as(Api.SALES)
        .queryParams(one)
        .queryParam("model", "bg-nbd")
        .queryParam("calibrationEnd", "2024-06-01")
        .get(LIFETIME)
        .then()
        .statusCode(200)
        .body("purchases.customers", equalTo(1))
        .body("purchases.parameters", hasSize(0))
        .body("purchases.reason", containsString("second day"))
        .body("values.reason", containsString("two different"));
    for (String list : List.of(WIN_BACKS, MOST_VALUABLE)) {
      Api.as(Api.SALES)
          .queryParams(one)
          .get(list)
          .then()
          .statusCode(200)
          .body("items", hasSize(0))
          .body("about.leftOut.code", hasItem("NO_MODEL"));
    }
  }

  @Test
  void parametersThatCannotBeAreRefused() {
    Map.of(
            "model", "horoscope",
            "months", "121",
            "discountPercent", "101",
            "marginPercent", "0",
            "calibrationEnd", "2999-01-01",
            "to", "+12345-01-01")
        .forEach(
            (name, value) ->
                Api.as(Api.SALES)
                    .queryParam(name, value)
                    .get(LIFETIME)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("parameter-invalid")));
  }
}
