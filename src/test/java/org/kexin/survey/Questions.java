package org.kexin.survey;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Questions to test with: one of each type, whose key is its type. */
final class Questions {

  static final List<Question> QUESTIONS =
      Stream.of(QuestionType.values()).map(Questions::of).toList();

  private Questions() {}

  static Question of(QuestionType type) {
    return question(type.name().toLowerCase(Locale.ROOT), type, false);
  }

  static Question required(String key, QuestionType type) {
    return question(key, type, true);
  }

  private static Question question(String key, QuestionType type, boolean required) {
    boolean scale = type == QuestionType.SCALE;
    return new Question(
        key,
        type,
        wording(key),
        required,
        switch (type) {
          case SINGLE -> options("red", "blue");
          case MULTIPLE -> options("a", "b", "c");
          default -> List.of();
        },
        scale ? -3 : null,
        scale ? 3 : null,
        type == QuestionType.MULTIPLE ? 2 : null,
        type == QuestionType.TEXT ? 10 : null);
  }

  static List<Question.Option> options(String... keys) {
    return Stream.of(keys).map(key -> new Question.Option(key, wording(key))).toList();
  }

  private static Wording wording(String text) {
    return new Wording(text, text);
  }
}
