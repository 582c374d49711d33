package org.kexin.analysis.algorithm.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Section B11: names by characters, by sound and in part, in forms that were prepared. */
class NameComparisonTest {

  @Example
  void eachLevelIsReached() {
    assertThat(level("王小明", "wangxiaoming", "王小明", "wangxiaoming"))
        .isEqualTo(NameComparison.SAME_CHARACTERS);
    assertThat(level("王小明", "wangxiaoming", "xiaoming wang", "xiaomingwang"))
        .isEqualTo(NameComparison.SAME_SOUND);
    assertThat(level("王小明", "wangxiaoming", "小明", "xiaoming"))
        .isEqualTo(NameComparison.PART_OR_ALIKE);
    assertThat(level("王小明", "wangxiaoming", "王明", "wangming"))
        .isEqualTo(NameComparison.PART_OR_ALIKE);
    assertThat(level("王小明", "wangxiaoming", "李伟", "liwei")).isEqualTo(NameComparison.DIFFERENT);
    // The same letters in another order are no turned name: only whole parts change places.
    assertThat(level("a", "abcd", "b", "badc")).isEqualTo(NameComparison.DIFFERENT);
  }

  @Example
  void withoutSoundsTheCharactersDecideAndWithoutCharactersThereIsNoEvidence() {
    assertThat(level("王小明", null, "小明", null)).isEqualTo(NameComparison.PART_OR_ALIKE);
    assertThat(level("王小明", null, "李伟", "liwei")).isEqualTo(NameComparison.DIFFERENT);
    assertThat(level(null, "wang", "王", "wang")).isEqualTo(Comparison.MISSING);
    assertThat(level(null, null, null, null)).isEqualTo(Comparison.MISSING);
  }

  @Example
  void columnsOfOtherRowsAreRefused() {
    TextColumn one = TextColumn.of(List.of("a"));
    TextColumn two = TextColumn.of(List.of("a", "b"));
    assertThatIllegalArgumentException().isThrownBy(() -> new NameComparison(one, two));
    assertThat(new NameComparison(one, one).levels()).isEqualTo(4);
  }

  @Property(tries = 500)
  void theOrderOfTheTwoDoesNotMatter(@ForAll("sounds") String one, @ForAll("sounds") String other) {
    int level = level(one, one, other, other);
    assertThat(level).isBetween(0, 3).isEqualTo(level(other, other, one, one));
    assertThat(level("x" + one, one + other, "y" + other, other + one))
        .isGreaterThanOrEqualTo(NameComparison.SAME_SOUND);
  }

  private static int level(
      @Nullable String characters,
      @Nullable String sound,
      @Nullable String otherCharacters,
      @Nullable String otherSound) {
    return new NameComparison(
            TextColumn.of(Arrays.asList(characters, otherCharacters)),
            TextColumn.of(Arrays.asList(sound, otherSound)))
        .level(0, 1);
  }

  @Provide
  Arbitrary<String> sounds() {
    return Arbitraries.strings().withChars('a', 'b').ofMinLength(1).ofMaxLength(6);
  }
}
