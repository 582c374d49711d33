package org.kexin.analysis.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class QuantilesTest {

  @Example
  void fourValuesInterpolateAsInR() {
    assertThat(Quantiles.type7(new double[] {1, 2, 4, 8}, .25)).isEqualTo(1.75);
    assertThat(Quantiles.type7(new double[] {1, 2, 4, 8}, .5)).isEqualTo(3);
    assertThat(Quantiles.type7(new long[] {1, 2, 4, 8}, new BigDecimal("0.25")))
        .isEqualByComparingTo("1.75");
  }

  @Example
  void oneValueIsEveryQuantile() {
    assertThat(Quantiles.type7(new double[] {7}, .3)).isEqualTo(7);
    assertThat(Quantiles.type7(new long[] {7}, new BigDecimal("0.3"))).isEqualByComparingTo("7");
  }

  @Example
  void theDistanceOfTheLargestDoublesDoesNotOverflow() {
    assertThat(Quantiles.type7(new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}, .5)).isZero();
  }

  @Example
  void noValueOrAnImpossiblePIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Quantiles.type7(new double[0], .5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantiles.type7(new double[] {1}, Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantiles.type7(new long[] {1}, new BigDecimal("1.1")));
  }

  @Property
  void exactAndFloatingPointAgree(
      @ForAll @Size(min = 1, max = 50)
          List<@LongRange(min = -1_000_000, max = 1_000_000) Long> values,
      @ForAll @IntRange(min = 0, max = 100) int percent) {
    long[] ascending = values.stream().mapToLong(Long::longValue).sorted().toArray();
    double[] same = LongStream.of(ascending).asDoubleStream().toArray();
    assertThat(Quantiles.type7(same, percent / 100.0))
        .isCloseTo(
            Quantiles.type7(ascending, BigDecimal.valueOf(percent, 2)).doubleValue(), within(1e-6));
  }
}
