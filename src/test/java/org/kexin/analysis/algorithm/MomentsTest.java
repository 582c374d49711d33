package org.kexin.analysis.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class MomentsTest {

  @Example
  void aKnownSample() {
    Moments.Summary summary = of(List.of(2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0));
    assertThat(summary.n()).isEqualTo(8);
    assertThat(summary.mean().orElseThrow()).isEqualTo(5);
    assertThat(summary.standardDeviation().orElseThrow())
        .isCloseTo(Math.sqrt(32 / 7.0), within(1e-15));
  }

  /** The sum of squares loses all digits of such values in floating point. */
  @Example
  void aSmallSpreadAroundALargeMeanIsKept() {
    Moments.Summary summary = of(List.of(1e15 + 1, 1e15 + 2, 1e15 + 3));
    assertThat(summary.mean().orElseThrow()).isEqualTo(1e15 + 2);
    assertThat(summary.standardDeviation().orElseThrow()).isEqualTo(1);
  }

  @Example
  void noValueAndOneValueAreDefined() {
    assertThat(of(List.of()).mean()).isEqualTo(Measure.missing(Moments.NO_VALUES));
    assertThat(of(List.of(3.0)).mean()).isEqualTo(Measure.of(3.0));
    assertThat(of(List.of(3.0)).standardDeviation()).isEqualTo(Measure.missing(Moments.ONE_VALUE));
    assertThatIllegalArgumentException().isThrownBy(() -> new Moments().add(Double.NaN));
  }

  @Example
  void theLargestValuesHaveAMeanAndNoSpread() {
    Moments.Summary summary = of(List.of(Double.MAX_VALUE, Double.MAX_VALUE));
    assertThat(summary.mean().orElseThrow()).isEqualTo(Double.MAX_VALUE);
    assertThat(summary.standardDeviation()).isEqualTo(Measure.missing(Moments.OUT_OF_RANGE));
    assertThat(of(List.of(-Double.MAX_VALUE, Double.MAX_VALUE)).mean().orElseThrow()).isZero();
    assertThat(of(List.of(Double.MIN_VALUE, Double.MIN_VALUE)).mean().orElseThrow())
        .isEqualTo(Double.MIN_VALUE);
  }

  @Property(tries = 200)
  void theOrderOfTheValuesDoesNotMatter(
      @ForAll @Size(max = 60) List<@DoubleRange(min = -1e100, max = 1e100) Double> values,
      @ForAll long seed) {
    List<Double> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(of(shuffled)).isEqualTo(of(values));
  }

  @Property(tries = 200)
  void theMeanIsThatOfExactDecimals(
      @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = -1e6, max = 1e6) Double> values) {
    double sum =
        values.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue();
    double mean = of(values).mean().orElseThrow();
    assertThat(mean).isCloseTo(sum / values.size(), within(Math.ulp(mean) * 2));
  }

  private static Moments.Summary of(List<Double> values) {
    Moments moments = new Moments();
    values.forEach(moments::add);
    return moments.summary();
  }
}
