package org.kexin.analysis.algorithm.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.kexin.analysis.algorithm.Measure;

/** Section B9: causes of complaints by Pareto. */
class ParetoTest {

  @Example
  void theVitalFewAreTheSmallestPrefixThatReachesEightyPercent() {
    Pareto pareto = Pareto.of(Map.of("late", 50L, "broken", 30L, "rude", 15L, "wrong", 5L));
    assertThat(pareto.causes())
        .extracting(Pareto.Cause::name)
        .containsExactly("late", "broken", "rude", "wrong");
    assertThat(pareto.causes())
        .extracting(Pareto.Cause::vitalFew)
        .containsExactly(true, true, false, false);
    assertThat(pareto.causes())
        .extracting(cause -> cause.cumulativeShare().orElseThrow())
        .containsExactly(.5, .8, .95, 1.0);
  }

  @Example
  void equalCausesStandByNameAndThoseWithoutComplaintsStay() {
    Pareto pareto = Pareto.of(Map.of("b", 2L, "a", 2L, "d", 0L, "c", 2L));
    assertThat(pareto.causes()).extracting(Pareto.Cause::name).containsExactly("a", "b", "c", "d");
    assertThat(pareto.causes().getLast().share().orElseThrow()).isZero();
    Pareto nothing = Pareto.of(Map.of("a", 0L));
    assertThat(nothing.causes().getFirst().share()).isEqualTo(Measure.missing(Pareto.NO_COUNTS));
    assertThat(nothing.causes().getFirst().vitalFew()).isFalse();
    assertThat(Pareto.of(Map.of()).causes()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> Pareto.of(Map.of("a", -1L)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pareto.of(Map.of("a", 1L), BigDecimal.ZERO));
  }

  @Property(tries = 200)
  void oneCauseLessThanTheVitalFewDoesNotReachTheBound(
      @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 50) Integer> counts) {
    Map<String, Long> byName = new HashMap<>();
    counts.forEach(count -> byName.put("cause" + byName.size(), (long) count));
    Pareto pareto = Pareto.of(byName);
    List<Pareto.Cause> vital = pareto.causes().stream().filter(Pareto.Cause::vitalFew).toList();
    assertThat(pareto.causes().subList(0, vital.size())).isEqualTo(vital);
    if (pareto.total() > 0) {
      long reached = vital.stream().mapToLong(Pareto.Cause::count).sum();
      assertThat(reached * 10).isGreaterThanOrEqualTo(pareto.total() * 8);
      assertThat((reached - vital.getLast().count()) * 10).isLessThan(pareto.total() * 8);
    }
  }
}
