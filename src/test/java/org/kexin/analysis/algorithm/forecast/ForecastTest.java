package org.kexin.analysis.algorithm.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/**
 * The worked examples of section B5 of the analyses: R 4.2.2 (HoltWinters, decompose), the package
 * forecast 8.20, and Hyndman and Athanasopoulos, Forecasting: principles and practice, 2nd edition,
 * section 7.1.
 */
class ForecastTest {

  private static final Percentage PARAMETER = withinPercentage(.5);
  private static final Percentage AFTER_OPTIMISER = withinPercentage(1.0);
  private static final int YEAR = 12;

  @Test
  void holtWintersMultiplicativeOfAirPassengersAsInR() {
    HoltWinters fit = HoltWinters.of(ClassicSeries.airPassengers(), YEAR, Component.MULTIPLICATIVE);

    assertThat(fit.alpha).isCloseTo(.2755925, PARAMETER);
    assertThat(fit.beta).isCloseTo(.03269295, PARAMETER);
    assertThat(fit.gamma).isCloseTo(.8707292, PARAMETER);
    assertThat(fit.sumOfSquares).isCloseTo(16570.78, within(.05));
    assertThat(fit.level).isCloseTo(469.3232, PARAMETER);
    assertThat(fit.slope).isCloseTo(3.021539, PARAMETER);
    double[] seasons = {
      .946461, .882924, .971737, 1.030482, 1.047688, 1.180527, 1.359078, 1.333171, 1.108338,
      .986881, .836133, .920988
    };
    for (int h = 0; h < YEAR; h++) {
      assertThat(fit.seasonAhead(h)).isCloseTo(seasons[h], PARAMETER);
    }
  }

  /** The bounds are the text book's; R's differ by its psi_0 and, at 12 months, by an index. */
  @Test
  void holtWintersMultiplicativeForecastsTheNextYear() {
    Bands ahead =
        HoltWinters.of(ClassicSeries.airPassengers(), YEAR, Component.MULTIPLICATIVE).ahead(YEAR);

    double[] means = {
      447.0559, 419.7123, 464.8671, 496.0839, 507.5326, 575.4509, 666.5923, 657.9137, 550.3088,
      492.9853, 420.2073, 465.6345
    };
    double[] lower = {
      425.2656, 397.1670, 441.1068, 471.0764, 481.4580, 547.1678, 635.2463, 625.8326, 520.1977,
      463.5390, 391.9281, 435.0176
    };
    for (int h = 0; h < YEAR; h++) {
      assertThat(ahead.mean(h)).isCloseTo(means[h], AFTER_OPTIMISER);
      assertThat(means[h] - ahead.lower95(h))
          .as("half width at %d", h + 1)
          .isCloseTo(means[h] - lower[h], AFTER_OPTIMISER);
      assertThat(ahead.upper95(h) - ahead.mean(h))
          .isCloseTo(ahead.mean(h) - ahead.lower95(h), within(1e-9));
    }
  }

  @Test
  void holtWintersAdditiveOfCarbonDioxideAsInTheHelpOfR() {
    HoltWinters fit = HoltWinters.of(ClassicSeries.co2(), YEAR, Component.ADDITIVE);

    assertThat(fit.alpha).isCloseTo(.5126484, PARAMETER);
    assertThat(fit.beta).isCloseTo(.0094977, PARAMETER);
    assertThat(fit.gamma).isCloseTo(.4728868, PARAMETER);
    assertThat(fit.sumOfSquares).isCloseTo(43.12986, within(.00005));
    assertThat(fit.level).isCloseTo(364.7616237, PARAMETER);
    assertThat(fit.slope).isCloseTo(.1247438, PARAMETER);
    double[] seasons = {
      .2215275,
      .9552801,
      1.5984744,
      2.8758029,
      3.2820088,
      2.4406990,
      .8969433,
      -1.3796428,
      -3.4112376,
      -3.2570163,
      -1.9134850,
      -.5844250
    };
    for (int h = 0; h < YEAR; h++) {
      assertThat(fit.seasonAhead(h)).isCloseTo(seasons[h], PARAMETER);
    }
  }

  @Test
  void seasonalNaiveOfAirPassengersIsExact() {
    Bands ahead = SimpleMethods.seasonalNaive(ClassicSeries.airPassengers(), YEAR).ahead(2 * YEAR);

    double[] lastYear = {417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432};
    for (int h = 0; h < 2 * YEAR; h++) {
      assertThat(ahead.mean(h)).isEqualTo(lastYear[h % YEAR]);
    }
    assertThat(ahead.lower95(0)).isCloseTo(345.8224, within(5e-5));
    assertThat(ahead.upper95(0)).isCloseTo(488.1776, within(5e-5));
    assertThat(ahead.lower80(0)).isCloseTo(370.4595, within(5e-5));
    assertThat(ahead.upper80(0)).isCloseTo(463.5405, within(5e-5));
    // The width changes with the season only.
    double width = ahead.upper95(0) - ahead.lower95(0);
    assertThat(ahead.upper95(11) - ahead.lower95(11)).isCloseTo(width, within(1e-9));
    assertThat(ahead.upper95(12) - ahead.lower95(12)).isCloseTo(width * Math.sqrt(2), within(1e-9));
  }

  @Test
  void naiveOfAirPassengersIsExact() {
    Bands ahead = SimpleMethods.naive(ClassicSeries.airPassengers()).ahead(YEAR);

    assertThat(ahead.mean(0)).isEqualTo(432);
    assertThat(ahead.lower95(0)).isCloseTo(365.9288, within(5e-5));
    assertThat(ahead.upper95(0)).isCloseTo(498.0712, within(5e-5));
    assertThat(ahead.lower95(11)).isCloseTo(203.1227, within(5e-5));
    assertThat(ahead.upper95(11)).isCloseTo(660.8773, within(5e-5));
  }

  @Test
  void theLastTwoYearsOfAirPassengersHeldOutAreExact() {
    Forecast forecast =
        Forecasting.of(
            ClassicSeries.months(ClassicSeries.airPassengers()),
            Forecasting.Parameters.of(new Choice.ByAicc(), 24),
            _ -> {});

    HoldOut holdOut = forecast.holdOut();
    assertThat(holdOut.training()).isEqualTo(120);
    assertThat(holdOut.held()).isEqualTo(24);
    Accuracy naive = scoreOf(holdOut, ForecastMethod.NAIVE);
    assertThat(naive.rmse()).isCloseTo(137.3290, within(5e-5));
    assertThat(naive.mae()).isCloseTo(115.2500, within(5e-5));
    assertThat(naive.mape().orElseThrow()).isCloseTo(23.5775, within(5e-5));
    assertThat(naive.mase().orElseThrow()).isCloseTo(4.0334, within(5e-5));
    Accuracy seasonal = scoreOf(holdOut, ForecastMethod.SEASONAL_NAIVE);
    assertThat(seasonal.rmse()).isCloseTo(76.9946, within(5e-5));
    assertThat(seasonal.mae()).isCloseTo(71.2500, within(5e-5));
    assertThat(seasonal.mape().orElseThrow()).isCloseTo(15.5234, within(5e-5));
    assertThat(seasonal.mase().orElseThrow()).isCloseTo(2.4935, within(5e-5));
    assertThat(holdOut.scores().getFirst().chosen()).isTrue();
    assertThat(holdOut.isBeaten()).isFalse();
    assertThat(holdOut.scores().getFirst().accuracy().mase().orElseThrow()).isLessThan(2.4935);
  }

  @Test
  void multiplicativeDecompositionOfAirPassengersIsExact() {
    Decomposition decomposition =
        Decomposition.of(
            ClassicSeries.months(ClassicSeries.airPassengers()), Component.MULTIPLICATIVE, null);

    double[] figure = {
      .910230, .883625, 1.007366, .975906, .981378, 1.112776, 1.226556, 1.219911, 1.060492, .921757,
      .801178, .898824
    };
    for (int s = 0; s < YEAR; s++) {
      assertThat(decomposition.figure().get(s)).isCloseTo(figure[s], within(5e-7));
    }
    assertThat(decomposition.parts().get(5).trend()).isNull();
    Decomposition.Part part = decomposition.parts().get(6);
    assertThat(part.label()).isEqualTo("1949-07");
    // (112/2 + 118 + 132 + 129 + 121 + 135 + 148 + 148 + 136 + 119 + 104 + 118 + 115/2) / 12.
    assertThat(part.trend()).isCloseTo(126.7916667, within(5e-8));
    assertThat(part.remainder()).isCloseTo(148 / (126.7916667 * 1.226556), within(1e-6));
  }

  @Test
  void simpleSmoothingOfOilAsInTheBook() {
    EtsSmoothing fit =
        Objects.requireNonNull(EtsFit.of(EtsModel.SIMPLE, ClassicSeries.oilFrom(1996), 1));
    Bands ahead = EtsBands.of(fit, 1, 1);

    assertThat(fit.parameters().alpha()).isCloseTo(.83389, PARAMETER);
    assertThat(fit.parameters().level()).isCloseTo(446.5868, PARAMETER);
    assertThat(ahead.mean(0)).isCloseTo(542.6806, within(.01));
    assertThat(ahead.lower80(0)).isCloseTo(504.4541, within(.01));
    assertThat(ahead.upper80(0)).isCloseTo(580.9070, within(.01));
    assertThat(ahead.lower95(0)).isCloseTo(484.2183, within(.01));
    assertThat(ahead.upper95(0)).isCloseTo(601.1429, within(.01));
  }

  @Test
  void driftAndMeanFollowTheirFormulas() {
    double[] y = {3, 5, 4, 8};
    Bands drift = SimpleMethods.drift(y).ahead(3);
    assertThat(drift.mean(2)).isCloseTo(8 + 3 * 5 / 3.0, within(1e-12));
    // Changes 2, −1, 4: mean 5/3, standard deviation √(38/6).
    assertThat(drift.upper95(2) - drift.mean(2))
        .isCloseTo(
            1.959963984540054 * Math.sqrt(38 / 6.0) * Math.sqrt(3 * (1 + 3 / 3.0)), within(1e-9));

    Bands mean = SimpleMethods.mean(y).ahead(2);
    assertThat(mean.mean(1)).isEqualTo(5);
    // Student's t with 3 degrees of freedom: 3.182446; standard deviation √(14/3).
    assertThat(mean.upper95(1) - 5)
        .isCloseTo(3.182446305284263 * Math.sqrt(14 / 3.0) * Math.sqrt(1.25), within(1e-6));
  }

  private static Accuracy scoreOf(HoldOut holdOut, ForecastMethod method) {
    List<HoldOut.Score> scores =
        holdOut.scores().stream().filter(s -> !s.chosen() && s.method() == method).toList();
    assertThat(scores).hasSize(1);
    return scores.getFirst().accuracy();
  }

  /** The error measures by hand: errors 1, −2, 0 against 2, 4, 5. */
  @Test
  void errorMeasuresFollowTheirDefinitions() {
    Accuracy accuracy =
        Accuracy.of(new double[] {1, 6, 5}, new double[] {2, 4, 5}, new double[] {1, 3, 2, 5}, 1);
    assertThat(accuracy.rmse()).isCloseTo(Math.sqrt(5 / 3.0), within(1e-12));
    assertThat(accuracy.mae()).isEqualTo(1);
    assertThat(accuracy.mape().orElseThrow()).isCloseTo(100 / 3.0, within(1e-12));
    assertThat(accuracy.smape()).isCloseTo((200 / 3.0 + 40) / 3, within(1e-12));
    assertThat(accuracy.mase().orElseThrow()).isEqualTo(.5);
    assertThat(Arrays.asList(accuracy.mape().reason(), accuracy.mase().reason()))
        .containsOnlyNulls();
  }
}
