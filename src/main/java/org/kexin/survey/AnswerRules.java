package org.kexin.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.ProblemCode;

/**
 * What answers a questionnaire takes. Pure: the same questions and answers give the same judgement.
 *
 * <p>Blank words are no answer; answers come out in the order of the questions and choices in that
 * of the options, so that the same content is equal however it was sent.
 */
final class AnswerRules {

  private static final String PICK = "Pick options of this question by their keys.";

  private final List<FieldProblem> problems = new ArrayList<>();
  private @Nullable ProblemCode first;

  private AnswerRules() {}

  /** What came of judging answers. */
  sealed interface Judgement {}

  /**
   * They may be kept.
   *
   * @param answers in the order of the questions
   */
  record Accepted(List<Answer> answers) implements Judgement {}

  /**
   * They may not.
   *
   * @param code that of the first problem
   * @param problems all of them, each with its own code
   */
  record Refused(ProblemCode code, List<FieldProblem> problems) implements Judgement {}

  /**
   * Judges answers to a questionnaire.
   *
   * @param complete whether they are submitted, so that none that is required may miss
   */
  static Judgement judge(List<Question> questions, List<Answer> answers, boolean complete) {
    Map<String, Question> byKey = new LinkedHashMap<>();
    questions.forEach(question -> byKey.put(question.key(), question));
    AnswerRules rules = new AnswerRules();
    Set<String> said = new HashSet<>();
    Map<String, Answer> taken = new LinkedHashMap<>();
    for (int i = 0; i < answers.size(); i++) {
      Answer answer = answers.get(i);
      String at = "/answers/" + i;
      Question question = byKey.get(answer.question());
      if (question == null) {
        rules.refuse(
            ProblemCode.ANSWER_UNKNOWN,
            at + "/question",
            "This version of the survey has no such question.");
      } else if (!said.add(answer.question())) {
        rules.refuse(
            ProblemCode.ANSWER_UNFIT, at + "/question", "Another answer is to this question, too.");
      } else {
        Answer fit = rules.fit(question, answer, at);
        if (fit != null) {
          taken.put(question.key(), fit);
        }
      }
    }
    if (complete && rules.first == null) {
      rules.demandRequired(questions, taken);
    }
    ProblemCode code = rules.first;
    return code == null
        ? new Accepted(byKey.keySet().stream().filter(taken::containsKey).map(taken::get).toList())
        : new Refused(code, List.copyOf(rules.problems));
  }

  /** What those of the answers score that are numbers, by question. */
  static Map<String, Score> scores(List<Question> questions, List<Answer> answers) {
    Map<String, Scale> scales = new LinkedHashMap<>();
    for (Question question : questions) {
      Scale scale = question.scale();
      if (scale != null) {
        scales.put(question.key(), scale);
      }
    }
    Map<String, Score> scores = new LinkedHashMap<>();
    for (Answer answer : answers) {
      Scale scale = scales.get(answer.question());
      Integer value = answer.value();
      if (scale != null && value != null) {
        scores.put(answer.question(), new Score(scale, value));
      }
    }
    return scores;
  }

  /** The answer as it is kept; null if there is none, or it was refused. */
  private @Nullable Answer fit(Question question, Answer answer, String at) {
    String text = answer.text();
    boolean worded = text != null && !text.isBlank();
    boolean picks = !answer.choices().isEmpty();
    if (answer.value() == null && !worded && !picks) {
      return null;
    }
    Scale scale = question.scale();
    boolean asked =
        (answer.value() == null || scale != null)
            && (!picks || question.type().hasOptions())
            && (!worded || question.type() == QuestionType.TEXT);
    if (!asked) {
      refuse(
          ProblemCode.ANSWER_UNFIT, at, "The question takes another kind of answer: see its type.");
      return null;
    }
    if (scale != null && answer.value() != null) {
      return onScale(question, scale, answer.value(), at);
    }
    return picks ? picked(question, answer.choices(), at) : words(question, text, at);
  }

  private @Nullable Answer onScale(Question question, Scale scale, int value, String at) {
    if (!scale.holds(value)) {
      refuse(
          ProblemCode.ANSWER_OUT_OF_SCALE,
          at + "/value",
          "Give a whole number from %d to %d.".formatted(scale.min(), scale.max()));
      return null;
    }
    return Answer.of(question.key(), value);
  }

  private @Nullable Answer picked(Question question, List<String> choices, String at) {
    List<String> options = question.options().stream().map(Question.Option::key).toList();
    Set<String> distinct = new HashSet<>();
    boolean fit = true;
    for (int i = 0; i < choices.size(); i++) {
      String pointer = at + "/choices/" + i;
      if (!options.contains(choices.get(i))) {
        refuse(ProblemCode.ANSWER_UNKNOWN, pointer, PICK);
        fit = false;
      } else if (!distinct.add(choices.get(i))) {
        refuse(ProblemCode.ANSWER_UNFIT, pointer, "The same option is picked twice.");
        fit = false;
      }
    }
    if (fit && choices.size() > question.choicesAllowed()) {
      refuse(
          ProblemCode.CHOICES_EXCEEDED,
          at + "/choices",
          "Pick at most %d.".formatted(question.choicesAllowed()));
      fit = false;
    }
    return fit
        ? Answer.of(question.key(), options.stream().filter(distinct::contains).toList())
        : null;
  }

  private @Nullable Answer words(Question question, @Nullable String text, String at) {
    if (text == null) {
      return null;
    }
    if (text.codePointCount(0, text.length()) > question.charsAllowed()) {
      refuse(
          ProblemCode.ANSWER_UNFIT,
          at + "/text",
          "Write at most %d characters.".formatted(question.charsAllowed()));
      return null;
    }
    return Answer.of(question.key(), text.strip());
  }

  private void demandRequired(List<Question> questions, Map<String, Answer> taken) {
    for (Question question : questions) {
      if (question.required() && !taken.containsKey(question.key())) {
        refuse(
            ProblemCode.ANSWER_REQUIRED,
            "/answers",
            "Answer the question %s, or save without submitting.".formatted(question.key()));
      }
    }
  }

  private void refuse(ProblemCode code, String pointer, String detail) {
    first = first == null ? code : first;
    problems.add(new FieldProblem(pointer, code.code(), detail));
  }
}
