package org.kexin.shared.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

class EntityTagsTest {

  @ParameterizedTest
  @ValueSource(strings = {"\"7\"", "*", " \"7\" ", "\"6\", \"7\"", "\"6\",\"7\""})
  void aHeaderThatNamesTheVersionMatches(String header) {
    assertThat(EntityTags.matches(header, 7)).isTrue();
    assertThatCode(() -> EntityTags.demand(header, 7)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"6\"", "7", "", "\"77\"", "\"7", "\"6\", \"8\""})
  void aHeaderThatDoesNotIsStale(String header) {
    assertThat(EntityTags.matches(header, 7)).isFalse();
    assertThatThrownBy(() -> EntityTags.demand(header, 7))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.PRECONDITION_FAILED));
  }

  @Test
  void aWeakTagIsGoodForReadingAndNotForWriting() {
    assertThat(EntityTags.matches("W/\"7\"", 7)).isTrue();
    assertThatThrownBy(() -> EntityTags.demand("W/\"7\"", 7)).isInstanceOf(ProblemException.class);
  }

  @Test
  void withoutAHeaderAReadIsServedAndAWriteRefused() {
    assertThat(EntityTags.matches(null, 7)).isFalse();
    assertThatThrownBy(() -> EntityTags.demand(null, 7))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.PRECONDITION_REQUIRED));
  }
}
