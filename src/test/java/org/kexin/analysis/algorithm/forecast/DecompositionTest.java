package org.kexin.analysis.algorithm.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kexin.analysis.algorithm.forecast.ForecastingTest.months;
import static org.kexin.analysis.algorithm.forecast.ForecastingTest.seasonal;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class DecompositionTest {

  @Test
  void aDecompositionAddsUpAndFallsBackToAdding() {
    double[] y = seasonal(40);
    y[3] = 0;
    Decomposition decomposition = Decomposition.of(months(y), Component.MULTIPLICATIVE, null);
    assertThat(decomposition.season()).isEqualTo(Component.ADDITIVE);
    assertThat(decomposition.notes()).containsExactly(Notes.NEEDS_POSITIVE_VALUES);
    assertThat(decomposition.figure().stream().mapToDouble(s -> s).sum())
        .isCloseTo(0, within(1e-9));
    for (Decomposition.Part part : decomposition.parts().subList(6, 34)) {
      assertThat(
              Objects.requireNonNull(part.trend())
                  + part.season()
                  + Objects.requireNonNull(part.remainder()))
          .isCloseTo(part.value(), within(1e-9));
    }
    assertThat(Decomposition.of(months(seasonal(23)), Component.ADDITIVE, null).reason())
        .isEqualTo(Notes.LESS_THAN_TWO_SEASONS);
  }
}
