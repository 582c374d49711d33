package org.kexin.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class SmallGroupsTest {

  private static final SmallGroups TEN = new SmallGroups(false, 10);

  @Example
  void figuresOfFewAreHeldBack() {
    assertThat(TEN.show(9, "figure")).isNull();
    assertThat(TEN.show(10, "figure")).isEqualTo("figure");
    assertThat(TEN.show(0, "figure")).isEqualTo("figure");
    assertThat(new SmallGroups(true, 10).show(1, "figure")).isEqualTo("figure");
  }

  @Example
  void partsAreMeasuredEach() {
    assertThat(TEN.showsEach(200, 20)).isTrue();
    assertThat(TEN.showsEach(199, 20)).isFalse();
    assertThat(TEN.showsEach(12, 20)).isFalse();
    assertThat(TEN.showsEach(0, 20)).isTrue();
  }

  @Example
  void withASmallGroupGoesTheSmallestOther() {
    assertThat(TEN.shown(List.of(40L, 3L, 0L, 12L), Long::longValue))
        .containsExactly(true, false, true, false);
    assertThat(TEN.shown(List.of(40L, 12L), Long::longValue)).containsExactly(true, true);
    assertThat(TEN.shown(List.of(40L, 3L), Long::longValue)).containsExactly(false, false);
  }

  /** The whole less what is shown is of k customers, or of nobody. */
  @Property
  void whatIsHeldBackTogetherIsNotSmall(
      @ForAll @Size(max = 6) List<@LongRange(max = 30) Long> sizes) {
    List<Boolean> shown = TEN.shown(sizes, Long::longValue);

    long whole = sizes.stream().mapToLong(Long::longValue).sum();
    long held =
        IntStream.range(0, sizes.size()).filter(i -> !shown.get(i)).mapToLong(sizes::get).sum();
    assertThat(held).matches(it -> it == 0 || it >= 10 || it == whole);
    assertThat(IntStream.range(0, sizes.size()).filter(i -> shown.get(i)))
        .allMatch(i -> sizes.get(i) == 0 || sizes.get(i) >= 10);
  }
}
