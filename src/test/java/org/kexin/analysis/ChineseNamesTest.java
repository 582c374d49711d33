package org.kexin.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import org.kexin.analysis.algorithm.linkage.Comparison;
import org.kexin.analysis.algorithm.linkage.NameComparison;
import org.kexin.analysis.algorithm.linkage.TextColumn;
import org.kexin.shared.name.NameForms;

/**
 * Section B11: Chinese names as they are typed, read by {@link NameForms} and compared by {@link
 * NameComparison}.
 */
class ChineseNamesTest {

  @Example
  void theLevelsOfComparisonAreThoseOfTheNames() {
    assertThat(level("歐陽娜娜", "欧阳娜娜")).isEqualTo(NameComparison.SAME_CHARACTERS);
    assertThat(level("王小明", "王　小明女士")).isEqualTo(NameComparison.SAME_CHARACTERS);
    assertThat(level("王小明", "Wang Xiaoming")).isEqualTo(NameComparison.SAME_SOUND);
    assertThat(level("王小明", "ＸＩＡＯＭＩＮＧ ＷＡＮＧ")).isEqualTo(NameComparison.SAME_SOUND);
    assertThat(level("王小明", "王晓鸣")).isEqualTo(NameComparison.SAME_SOUND);
    assertThat(level("王小明", "小明")).isEqualTo(NameComparison.PART_OR_ALIKE);
    assertThat(level("李小明", "李先生")).isEqualTo(NameComparison.PART_OR_ALIKE);
    assertThat(level("王小明", "王明")).isEqualTo(NameComparison.PART_OR_ALIKE);
    assertThat(level("歐陽娜娜", "Nana")).isEqualTo(NameComparison.PART_OR_ALIKE);
    assertThat(level("王𠮷", "王𠮶")).isEqualTo(NameComparison.PART_OR_ALIKE);
    assertThat(level("王小明", "张伟")).isEqualTo(NameComparison.DIFFERENT);
    assertThat(level("王小明", "")).isEqualTo(Comparison.MISSING);
  }

  private static int level(String one, String other) {
    TextColumn.Accumulator characters = new TextColumn.Accumulator();
    TextColumn.Accumulator sounds = new TextColumn.Accumulator();
    for (String name : List.of(one, other)) {
      NameForms forms = NameForms.of(name);
      characters.add(forms == null ? null : forms.characters());
      sounds.add(forms == null ? null : forms.sound());
    }
    NameComparison comparison = new NameComparison(characters.finish(), sounds.finish());
    assertThat(comparison.level(1, 0)).isEqualTo(comparison.level(0, 1));
    return comparison.level(0, 1);
  }
}
