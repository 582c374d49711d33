package org.kexin.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kexin.shared.FieldProblem;

/** What makes questions askable. */
class QuestionRulesTest {

  @Test
  void aQuestionOfEachTypeIsAskable() {
    assertThat(QuestionRules.check(Questions.QUESTIONS)).isEmpty();
  }

  static Stream<Arguments> unaskable() {
    return Stream.of(
        Arguments.of(question(QuestionType.SINGLE, 0, null, null, null, null), "options-unfit"),
        Arguments.of(question(QuestionType.SINGLE, 1, null, null, null, null), "options-unfit"),
        Arguments.of(question(QuestionType.MULTIPLE, 1, null, null, null, null), "options-unfit"),
        Arguments.of(question(QuestionType.NPS, 2, null, null, null, null), "options-unfit"),
        Arguments.of(question(QuestionType.TEXT, 1, null, null, null, null), "options-unfit"),
        Arguments.of(question(QuestionType.SCALE, 0, null, null, null, null), "scale-unfit"),
        Arguments.of(question(QuestionType.SCALE, 0, 1, null, null, null), "scale-unfit"),
        Arguments.of(question(QuestionType.SCALE, 0, 3, 3, null, null), "scale-unfit"),
        Arguments.of(question(QuestionType.SCALE, 0, 3, 1, null, null), "scale-unfit"),
        Arguments.of(question(QuestionType.CSAT, 0, 1, 5, null, null), "scale-unfit"),
        Arguments.of(question(QuestionType.SINGLE, 2, null, null, 1, null), "max-choices-unfit"),
        Arguments.of(question(QuestionType.MULTIPLE, 2, null, null, 3, null), "max-choices-unfit"),
        Arguments.of(question(QuestionType.CES, 0, null, null, null, 9), "max-chars-unfit"));
  }

  @ParameterizedTest
  @MethodSource("unaskable")
  void aQuestionWhoseMembersDoNotGoTogetherIsRefused(Question question, String code) {
    assertThat(QuestionRules.check(List.of(question)))
        .extracting(FieldProblem::code)
        .containsExactly(code);
  }

  @Test
  void keysAreUnique() {
    Question twice = Questions.of(QuestionType.NPS);
    Question options =
        new Question(
            "colour",
            QuestionType.SINGLE,
            twice.text(),
            false,
            Questions.options("red", "red"),
            null,
            null,
            null,
            null);

    assertThat(QuestionRules.check(List.of(twice, options, twice)))
        .extracting(FieldProblem::pointer)
        .containsExactly("/questions/1/options/1/key", "/questions/2/key");
  }

  private static Question question(
      QuestionType type,
      int options,
      @Nullable Integer min,
      @Nullable Integer max,
      @Nullable Integer maxChoices,
      @Nullable Integer maxChars) {
    return new Question(
        "key",
        type,
        new Wording("问", "question"),
        false,
        Questions.options("a", "b", "c").subList(0, options),
        min,
        max,
        maxChoices,
        maxChars);
  }
}
