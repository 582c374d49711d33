package org.kexin.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.kexin.shared.ProblemCode.ANSWER_OUT_OF_SCALE;
import static org.kexin.shared.ProblemCode.ANSWER_REQUIRED;
import static org.kexin.shared.ProblemCode.ANSWER_UNFIT;
import static org.kexin.shared.ProblemCode.ANSWER_UNKNOWN;
import static org.kexin.shared.ProblemCode.CHOICES_EXCEEDED;
import static org.kexin.survey.Questions.QUESTIONS;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.ProblemCode;

/** Every type of question against every kind of answer. */
class AnswerRulesTest {

  private static final Answer NUMBER = new Answer("", 1, List.of(), null);
  private static final Answer CHOICE = new Answer("", null, List.of("red"), null);
  private static final Answer WORDS = new Answer("", null, List.of(), "words");

  static Stream<Arguments> fit() {
    return Stream.of(
            IntStream.rangeClosed(0, 10).mapToObj(value -> Answer.of("nps", value)),
            IntStream.rangeClosed(1, 5).mapToObj(value -> Answer.of("csat", value)),
            IntStream.rangeClosed(1, 7).mapToObj(value -> Answer.of("ces", value)),
            IntStream.rangeClosed(-3, 3).mapToObj(value -> Answer.of("scale", value)),
            Stream.of("red", "blue").map(option -> Answer.of("single", List.of(option))),
            Stream.of(
                Answer.of("multiple", List.of("a")),
                Answer.of("multiple", List.of("a", "c")),
                Answer.of("text", "十个字以内也可以"),
                Answer.of("text", "𠮷".repeat(10))))
        .flatMap(answers -> answers)
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("fit")
  void anAnswerThatFitsIsKeptAsItIs(Answer answer) {
    assertThat(AnswerRules.judge(QUESTIONS, List.of(answer), false))
        .isEqualTo(new AnswerRules.Accepted(List.of(answer)));
  }

  static Stream<Arguments> unfit() {
    return Stream.of(
        refused(Answer.of("nps", -1), ANSWER_OUT_OF_SCALE, "/answers/0/value"),
        refused(Answer.of("nps", 11), ANSWER_OUT_OF_SCALE, "/answers/0/value"),
        refused(Answer.of("csat", 0), ANSWER_OUT_OF_SCALE, "/answers/0/value"),
        refused(Answer.of("csat", 6), ANSWER_OUT_OF_SCALE, "/answers/0/value"),
        refused(Answer.of("ces", 0), ANSWER_OUT_OF_SCALE, "/answers/0/value"),
        refused(Answer.of("ces", 8), ANSWER_OUT_OF_SCALE, "/answers/0/value"),
        refused(Answer.of("scale", -4), ANSWER_OUT_OF_SCALE, "/answers/0/value"),
        refused(Answer.of("scale", 4), ANSWER_OUT_OF_SCALE, "/answers/0/value"),
        refused(Answer.of("scale", Integer.MAX_VALUE), ANSWER_OUT_OF_SCALE, "/answers/0/value"),
        refused(Answer.of("other", 1), ANSWER_UNKNOWN, "/answers/0/question"),
        refused(Answer.of("NPS", 1), ANSWER_UNKNOWN, "/answers/0/question"),
        refused(Answer.of("single", List.of("green")), ANSWER_UNKNOWN, "/answers/0/choices/0"),
        refused(Answer.of("multiple", List.of("a", "d")), ANSWER_UNKNOWN, "/answers/0/choices/1"),
        refused(
            Answer.of("single", List.of("red", "blue")), CHOICES_EXCEEDED, "/answers/0/choices"),
        refused(
            Answer.of("multiple", List.of("a", "b", "c")), CHOICES_EXCEEDED, "/answers/0/choices"),
        refused(Answer.of("multiple", List.of("a", "a")), ANSWER_UNFIT, "/answers/0/choices/1"),
        refused(Answer.of("text", "x".repeat(11)), ANSWER_UNFIT, "/answers/0/text"),
        refused(new Answer("nps", 9, List.of(), "and words"), ANSWER_UNFIT, "/answers/0"),
        refused(new Answer("single", 1, List.of("red"), null), ANSWER_UNFIT, "/answers/0"));
  }

  @ParameterizedTest
  @MethodSource("unfit")
  void anAnswerThatDoesNotFitIsRefusedWithACodeOfItsOwn(
      Answer answer, ProblemCode code, String pointer) {
    AnswerRules.Judgement judgement = AnswerRules.judge(QUESTIONS, List.of(answer), false);

    assertThat(judgement)
        .isInstanceOfSatisfying(
            AnswerRules.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(code);
              assertThat(refused.problems())
                  .extracting(FieldProblem::pointer, FieldProblem::code)
                  .containsExactly(tuple(pointer, code.code()));
            });
  }

  @ParameterizedTest
  @EnumSource(QuestionType.class)
  void aQuestionTakesOneKindOfAnswerOnly(QuestionType type) {
    Question question = Questions.of(type);
    Answer own =
        switch (type) {
          case NPS, CSAT, CES, SCALE -> NUMBER;
          case SINGLE, MULTIPLE -> CHOICE;
          case TEXT -> WORDS;
        };
    for (Answer kind : List.of(NUMBER, CHOICE, WORDS)) {
      Answer answer = new Answer(question.key(), kind.value(), kind.choices(), kind.text());
      if (!kind.equals(own)) {
        assertThat(code(question, answer)).as(type + " " + kind).isEqualTo(ANSWER_UNFIT);
      }
    }
    assertThat(code(question, new Answer(question.key(), null, List.of(), " \n"))).isNull();
  }

  private static @Nullable ProblemCode code(Question question, Answer answer) {
    return AnswerRules.judge(List.of(question), List.of(answer), false)
            instanceof AnswerRules.Refused refused
        ? refused.code()
        : null;
  }

  @Test
  void blankWordsAreNoAnswerAndOthersAreStripped() {
    Question required = Questions.required("why", QuestionType.TEXT);

    assertThat(AnswerRules.judge(List.of(required), List.of(Answer.of("why", "  ")), false))
        .isEqualTo(new AnswerRules.Accepted(List.of()));
    assertThat(AnswerRules.judge(List.of(required), List.of(Answer.of("why", "  ")), true))
        .isInstanceOfSatisfying(
            AnswerRules.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(ANSWER_REQUIRED));
    assertThat(AnswerRules.judge(List.of(required), List.of(Answer.of("why", " so ")), true))
        .isEqualTo(new AnswerRules.Accepted(List.of(Answer.of("why", "so"))));
  }

  @Test
  void whatIsRequiredMayMissUntilItIsSubmitted() {
    List<Question> questions =
        List.of(
            Questions.required("first", QuestionType.NPS),
            Questions.required("second", QuestionType.CSAT));

    assertThat(AnswerRules.judge(questions, List.of(), false))
        .isEqualTo(new AnswerRules.Accepted(List.of()));
    assertThat(AnswerRules.judge(questions, List.of(), true))
        .isInstanceOfSatisfying(
            AnswerRules.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ANSWER_REQUIRED);
              assertThat(refused.problems()).hasSize(2);
            });
  }

  @Test
  void twoAnswersToOneQuestionAreRefused() {
    assertThat(
            AnswerRules.judge(QUESTIONS, List.of(Answer.of("nps", 1), Answer.of("nps", 1)), false))
        .isInstanceOfSatisfying(
            AnswerRules.Refused.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(FieldProblem::pointer)
                    .containsExactly("/answers/1/question"));
  }

  @Test
  void theSameContentIsEqualInWhateverOrderItIsSent() {
    List<Answer> sent = List.of(Answer.of("multiple", List.of("c", "a")), Answer.of("nps", 3));
    List<Answer> kept = List.of(Answer.of("nps", 3), Answer.of("multiple", List.of("a", "c")));

    assertThat(AnswerRules.judge(QUESTIONS, sent, true))
        .isEqualTo(new AnswerRules.Accepted(kept))
        .isEqualTo(AnswerRules.judge(QUESTIONS, kept, true));
  }

  @Test
  void allThatIsWrongIsSaidAtOnceUnderTheCodeOfTheFirst() {
    assertThat(
            AnswerRules.judge(
                QUESTIONS,
                List.of(Answer.of("single", List.of("green")), Answer.of("nps", 11)),
                true))
        .isInstanceOfSatisfying(
            AnswerRules.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ANSWER_UNKNOWN);
              assertThat(refused.problems())
                  .extracting(FieldProblem::code)
                  .containsExactly("answer-unknown", "answer-out-of-scale");
            });
  }

  @Test
  void numbersHaveScoresAndNothingElseHas() {
    List<Answer> answers =
        List.of(
            Answer.of("nps", 0),
            Answer.of("scale", -3),
            Answer.of("text", "9"),
            Answer.of("ces", 7));

    assertThat(AnswerRules.scores(QUESTIONS, answers))
        .containsOnly(
            entry("nps", new Score(new Scale(0, 10), 0)),
            entry("scale", new Score(new Scale(-3, 3), -3)),
            entry("ces", new Score(new Scale(1, 7), 7)));
  }

  @Test
  void aScoreCannotBeOffItsScale() {
    assertThatThrownBy(() -> new Score(new Scale(1, 5), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Score(new Scale(1, 5), 6))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Scale(5, 5)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Arguments refused(Answer answer, ProblemCode code, String pointer) {
    return Arguments.of(answer, code, pointer);
  }
}
