package org.kexin.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kexin.shared.FieldProblem;

/** What makes questions askable, beyond what their annotations say. Pure. */
final class QuestionRules {

  private final List<FieldProblem> problems = new ArrayList<>();

  private QuestionRules() {}

  /** All that is wrong, with pointers into a survey. */
  static List<FieldProblem> check(List<Question> questions) {
    QuestionRules rules = new QuestionRules();
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      String at = "/questions/" + i;
      rules.demand(
          keys.add(question.key()), at + "/key", "key-repeated", "Another question has this key.");
      rules.options(question, at);
      rules.bounds(question, at);
    }
    return List.copyOf(rules.problems);
  }

  private void options(Question question, String at) {
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < question.options().size(); i++) {
      demand(
          keys.add(question.options().get(i).key()),
          at + "/options/" + i + "/key",
          "key-repeated",
          "Another option of the question has this key.");
    }
    boolean choice = question.type().hasOptions();
    demand(
        choice ? question.options().size() > 1 : question.options().isEmpty(),
        at + "/options",
        "options-unfit",
        "Give two or more options to SINGLE and MULTIPLE, and none to others.");
    Integer choices = question.maxChoices();
    demand(
        choices == null
            || (question.type() == QuestionType.MULTIPLE && choices <= question.options().size()),
        at + "/maxChoices",
        "max-choices-unfit",
        "Give it to MULTIPLE only, and no more than there are options.");
  }

  private void bounds(Question question, String at) {
    Integer min = question.min();
    Integer max = question.max();
    boolean scale = question.type() == QuestionType.SCALE;
    demand(
        scale ? min != null && max != null && min < max : min == null && max == null,
        at + "/min",
        "scale-unfit",
        "Give min and a greater max to SCALE, and neither to others.");
    demand(
        question.maxChars() == null || question.type() == QuestionType.TEXT,
        at + "/maxChars",
        "max-chars-unfit",
        "Give it to TEXT only.");
  }

  private void demand(boolean holds, String pointer, String code, String detail) {
    if (!holds) {
      problems.add(new FieldProblem(pointer, code, detail));
    }
  }
}
