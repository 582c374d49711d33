package org.kexin.analysis.algorithm.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.kexin.analysis.algorithm.forecast.Component.ADDITIVE;
import static org.kexin.analysis.algorithm.forecast.Component.MULTIPLICATIVE;
import static org.kexin.analysis.algorithm.forecast.Component.NONE;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The family of Hyndman et al. (2008): which models there are, and their intervals. */
class EtsModelTest {

  /** Fifteen without a trend that is a factor, four more with it. */
  @Test
  void theFamilyHoldsTheAdmissibleModels() {
    assertThat(EtsModel.family(true, true, false)).hasSize(15).doesNotHaveDuplicates();
    assertThat(EtsModel.family(true, true, true)).hasSize(19).doesNotHaveDuplicates();
    assertThat(EtsModel.family(false, false, true))
        .extracting(EtsModel::label)
        .containsExactly("ETS(A,N,N)", "ETS(A,A,N)", "ETS(A,Ad,N)");
  }

  @Test
  void combinationsThatAreNotAdmissibleAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EtsModel(ADDITIVE, NONE, false, MULTIPLICATIVE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EtsModel(ADDITIVE, MULTIPLICATIVE, false, NONE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EtsModel(MULTIPLICATIVE, MULTIPLICATIVE, false, ADDITIVE));
    assertThatIllegalArgumentException().isThrownBy(() -> new EtsModel(ADDITIVE, NONE, true, NONE));
    assertThatIllegalArgumentException().isThrownBy(() -> new EtsModel(NONE, NONE, false, NONE));
    assertThatIllegalArgumentException().isThrownBy(() -> EtsParameters.simple(1.5, 10));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EtsParameters.simple(.5, Double.POSITIVE_INFINITY));
  }

  @Test
  void aicAndBicFollowTheirFormulas() {
    Likelihood likelihood = Likelihood.of(-100, 3, 20);
    assertThat(likelihood.aic()).isEqualTo(206);
    assertThat(likelihood.aicc()).isEqualTo(206 + 24 / 16.0);
    assertThat(likelihood.bic()).isCloseTo(200 + 3 * Math.log(20), within(1e-12));
  }

  /** Four simulated standard errors of a quantile of 40,000 paths are about 2 % of a distance. */
  @Test
  void theFormulasOfTheIntervalsAgreeWithSimulation() {
    List<Double> added = List.of(5.0, -5.0, 2.0, -2.0);
    List<Double> factors = List.of(1.1, .9, 1.05, .95);
    agrees(new EtsModel(ADDITIVE, ADDITIVE, true, ADDITIVE), .9, added);
    agrees(new EtsModel(MULTIPLICATIVE, ADDITIVE, true, ADDITIVE), .9, added);
    agrees(new EtsModel(MULTIPLICATIVE, ADDITIVE, false, MULTIPLICATIVE), 1, factors);
  }

  private static void agrees(EtsModel model, double phi, List<Double> seasons) {
    double[] y = new double[40];
    for (int t = 0; t < y.length; t++) {
      y[t] = 100 + t + 4 * Math.cos(t * t);
    }
    EtsSmoothing fit =
        Objects.requireNonNull(
            EtsSmoothing.of(model, new EtsParameters(.4, .1, .2, phi, 100, 1, seasons), y));
    int horizon = 6;
    int paths = 40_000;
    double deviation = Math.sqrt(fit.variance());
    double[] errors = new double[horizon];
    double[] squares = new double[horizon];
    double[] means = fit.means(horizon);
    EtsRecursion path = EtsRecursion.simulating(model, errors, seasons.size());
    Random random = new Random(9);
    for (int p = 0; p < paths; p++) {
      for (int h = 0; h < horizon; h++) {
        errors[h] = deviation * random.nextGaussian();
      }
      fit.continueIn(path);
      assertThat(path.run(.4, .1, .2, phi)).isTrue();
      for (int h = 0; h < horizon; h++) {
        double error = model.error() == MULTIPLICATIVE ? errors[h] * path.fitted[h] : errors[h];
        double distance = path.fitted[h] + error - means[h];
        squares[h] += distance * distance / paths;
      }
    }
    Bands bands = EtsBands.of(fit, horizon, 1);
    for (int h = 0; h < horizon; h++) {
      double half = bands.upper95(h) - bands.mean(h);
      assertThat(half / Bands.Z95).isCloseTo(Math.sqrt(squares[h]), within(.03 * half / Bands.Z95));
    }
  }
}
