package org.kexin.analysis.algorithm.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kexin.testing.ExampleFiles;

/**
 * Smoothing with given parameters, without an optimiser: the tests of statsmodels
 * (tsa/holtwinters/tests), and the states that {@code ets()} of R gave for the oil series
 * (tsa/tests/results of statsmodels, BSD-3).
 */
class FixedSmoothingTest {

  /** Relative, and absolute near zero: the parameters in the file have eight decimals. */
  private static final double STATE = 1e-6;

  @Test
  void simpleSmoothingWithGivenAlphaAsInStatsmodels() {
    double[] y = {
      446.656523,
      454.473306,
      455.662974,
      423.632239,
      456.271328,
      440.588050,
      425.332520,
      485.149448,
      506.048162,
      526.791983,
      514.268889,
      494.211019
    };
    double[] levels = {
      446.65652290, 448.21987962, 449.70849850, 444.49324656, 446.84886283, 445.59670028,
      441.54386424, 450.26498098, 461.42161720, 474.49569042, 482.45033014, 484.80246797
    };
    EtsSmoothing smoothing = run(EtsModel.SIMPLE, EtsParameters.simple(.2, y[0]), y);

    for (int t = 0; t < y.length; t++) {
      assertThat(smoothing.levels().get(t)).isCloseTo(levels[t], within(1e-4));
    }
    assertThat(smoothing.ahead(3))
        .allSatisfy(f -> assertThat(f).isCloseTo(484.802468, within(1e-4)));
  }

  @Test
  void holtWithGivenParametersAsInStatsmodels() {
    double[] y = {
      17.5534, 21.8601, 23.8866, 26.9293, 26.8885, 28.8314, 30.0751, 30.9535, 30.1857, 31.5797,
      32.577569, 33.477398, 39.021581, 41.386432, 41.596552
    };
    double[] fitted = {
      21.8601, 22.032368, 25.48461872, 27.54058587, 30.28813356, 30.26106173, 31.58122149,
      32.599234, 33.24223906, 32.26755382, 33.07776017, 33.95806605, 34.77708354, 40.05535303,
      43.21586036
    };
    EtsSmoothing smoothing =
        run(EtsModel.HOLT, EtsParameters.holt(.8, .2, 1, y[0], y[1] - y[0]), y);

    for (int t = 0; t < y.length; t++) {
      assertThat(smoothing.fitted().get(t)).isCloseTo(fitted[t], within(1e-6));
    }
    List<Double> ahead = smoothing.ahead(5);
    assertThat(ahead.getFirst()).isCloseTo(43.75696849, within(1e-6));
    double[] forecasts = {43.76, 45.59, 47.43, 49.27, 51.10};
    for (int h = 0; h < forecasts.length; h++) {
      assertThat(ahead.get(h)).isCloseTo(forecasts[h], within(.01));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FALSE, ANN",
    "FALSE, MNN",
    "FALSE, AAN",
    "FALSE, MAN",
    "FALSE, MMN",
    "TRUE, AAN",
    "TRUE, MAN",
    "TRUE, MMN"
  })
  void statesFittedValuesAndForecastsAsInR(String damped, String model) throws IOException {
    JsonNode expected = resultOfR(damped, model);
    EtsSmoothing smoothing =
        run(modelOf(model, damped), parametersOf(expected), ClassicSeries.oilFrom(1965));

    JsonNode states = expected.get("states");
    for (int t = 0; t < smoothing.fitted().size(); t++) {
      assertAgrees(smoothing.fitted().get(t), expected.get("fitted").get(t).asDouble());
      JsonNode after = states.get(t + 1);
      assertAgrees(smoothing.levels().get(t), stateOf(after, 0));
      if (after.isArray()) {
        assertAgrees(smoothing.slopes().get(t), stateOf(after, 1));
      }
    }
    List<Double> ahead = smoothing.ahead(4);
    for (int h = 0; h < (model.equals("MMN") && damped.equals("TRUE") ? 1 : 4); h++) {
      assertAgrees(ahead.get(h), expected.get("forecast").get(h).asDouble());
    }
    assertThat(smoothing.logLikelihood())
        .isCloseTo(expected.get("loglik").get(0).asDouble(), within(STATE));
    assertThat(smoothing.variance())
        .isCloseTo(expected.get("sigma2").get(0).asDouble(), within(1e-2));
  }

  private static void assertAgrees(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(STATE * Math.max(1, Math.abs(expected))));
  }

  /**
   * The damped multiplicative trend is l·b^(φ + φ² + … + φ^h). For this model alone R adds φ twice:
   * its exponents are φ, 2φ, 2φ + φ², so from the second period on its numbers are not the model's.
   */
  @Test
  void theDampedMultiplicativeTrendFollowsItsDefinitionWhereRDoesNot() throws IOException {
    JsonNode expected = resultOfR("TRUE", "MMN");
    EtsSmoothing smoothing =
        run(modelOf("MMN", "TRUE"), parametersOf(expected), ClassicSeries.oilFrom(1965));
    double phi = smoothing.parameters().phi();
    double level = smoothing.levels().getLast();
    double growth = smoothing.slopes().getLast();

    assertThat(smoothing.ahead(3).getLast())
        .isCloseTo(level * Math.pow(growth, phi + phi * phi + phi * phi * phi), within(1e-9));
    assertThat(expected.get("forecast").get(2).asDouble())
        .isCloseTo(level * Math.pow(growth, phi + phi + phi * phi), within(1e-4));
  }

  /** The optimiser of R stops a little early; the likelihood found here is never less. */
  @ParameterizedTest
  @CsvSource({
    "FALSE, ANN",
    "FALSE, MNN",
    "FALSE, AAN",
    "FALSE, MAN",
    "FALSE, MMN",
    "TRUE, AAN",
    "TRUE, MAN",
    "TRUE, MMN"
  })
  void theFitIsAtLeastAsLikelyAsThatOfR(String damped, String model) throws IOException {
    EtsSmoothing fit =
        Objects.requireNonNull(EtsFit.of(modelOf(model, damped), ClassicSeries.oilFrom(1965), 1));
    double logLikelihood = resultOfR(damped, model).get("loglik").get(0).asDouble();
    assertThat(fit.logLikelihood()).isGreaterThan(logLikelihood - .01);
  }

  private static EtsSmoothing run(EtsModel model, EtsParameters parameters, double[] y) {
    EtsSmoothing smoothing = EtsSmoothing.of(model, parameters, y);
    return Objects.requireNonNull(smoothing);
  }

  private static EtsModel modelOf(String name, String damped) {
    return new EtsModel(
        componentOf(name.charAt(0)),
        componentOf(name.charAt(1)),
        damped.equals("TRUE"),
        componentOf(name.charAt(2)));
  }

  private static Component componentOf(char letter) {
    return switch (letter) {
      case 'A' -> Component.ADDITIVE;
      case 'M' -> Component.MULTIPLICATIVE;
      default -> Component.NONE;
    };
  }

  private static EtsParameters parametersOf(JsonNode result) {
    JsonNode initial = result.get("initstate");
    return new EtsParameters(
        number(result, "alpha", 0),
        number(result, "beta", 0),
        0,
        number(result, "phi", 1),
        initial.get(0).asDouble(),
        initial.size() > 1 ? initial.get(1).asDouble() : 0,
        List.of());
  }

  /** What a model lacks is the text NaN in the file. */
  private static double number(JsonNode result, String name, double otherwise) {
    JsonNode value = result.get(name).get(0);
    return value.isNumber() ? value.asDouble() : otherwise;
  }

  private static double stateOf(JsonNode state, int index) {
    return state.isArray() ? state.get(index).asDouble() : state.asDouble();
  }

  private static JsonNode resultOfR(String damped, String model) throws IOException {
    try (InputStream file =
        ExampleFiles.open("forecast/statsmodels_fit_ets_results_nonseasonal.json")) {
      JsonNode result = new ObjectMapper().readTree(file).get(damped).get(model);
      assertThat(result.isEmpty()).as("not fitted by R").isFalse();
      return result;
    }
  }
}
