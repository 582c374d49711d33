package org.kexin.shared.name;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Section B11: Chinese names in full and half width, simplified and traditional, and in pinyin. */
class NameFormsTest {

  @Example
  void widthCaseAndTraditionalCharactersDoNotCount() {
    assertThat(NameForms.of("歐陽娜娜")).isEqualTo(new NameForms("欧阳娜娜", "ouyangnana"));
    assertThat(NameForms.of(" 歐陽　娜娜 ")).isEqualTo(NameForms.of("欧阳娜娜"));
    assertThat(NameForms.of("Ｌｉ　ｍｉｎｇ")).isEqualTo(new NameForms("li ming", "liming"));
    assertThat(NameForms.of("呂布")).isEqualTo(new NameForms("吕布", "lvbu"));
    assertThat(NameForms.of("Lü Bù")).isEqualTo(new NameForms("lü bù", "lvbu"));
    assertThat(NameForms.of("阿凡提·買買提")).isEqualTo(new NameForms("阿凡提买买提", "afantimaimaiti"));
  }

  @Example
  void surnamesAreReadAsSurnames() {
    assertThat(sound("曾國藩")).isEqualTo("zengguofan");
    assertThat(sound("單田芳")).isEqualTo("shantianfang");
    assertThat(sound("王单")).isEqualTo("wangdan");
  }

  @Example
  void titlesAreNoNames() {
    assertThat(NameForms.of("王小明先生")).isEqualTo(NameForms.of("王小明"));
    assertThat(NameForms.of("王女士")).isEqualTo(new NameForms("王", "wang"));
    assertThat(NameForms.of("先生")).isEqualTo(new NameForms("先生", "xiansheng"));
  }

  @Example
  void aRareCharacterIsOneCharacterAndKeepsItself() {
    assertThat(NameForms.of("王𠮷")).isEqualTo(new NameForms("王𠮷", "wang𠮷"));
  }

  @Example
  void whatHasNoLetterIsNoName() {
    assertThat(NameForms.of("")).isNull();
    assertThat(NameForms.of("　・ - ")).isNull();
    assertThat(NameForms.of("12345")).isNull();
  }

  @Property(tries = 300)
  void aNameIsReadableOrMissingWhateverWasTyped(@ForAll String typed) {
    NameForms once = NameForms.of(typed);
    if (once != null) {
      assertThat(once.sound()).isNotEmpty();
      assertThat(once.characters()).isNotBlank().doesNotContainPattern("\\s\\s");
    }
  }

  private static @Nullable String sound(String name) {
    NameForms forms = NameForms.of(name);
    return forms == null ? null : forms.sound();
  }
}
