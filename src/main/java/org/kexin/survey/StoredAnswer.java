package org.kexin.survey;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One answer, or one of the options that were picked, so that results are sums of rows. Invariant:
 * it has a number, an option or words, and never two of them.
 */
@Entity
@Table(name = "survey_answer")
class StoredAnswer {

  private static final String NO_OPTION = "";

  @EmbeddedId private Key key;

  @Column(name = "score")
  private @Nullable Integer score;

  @Column(name = "words")
  private @Nullable String words;

  /**
   * What it answers.
   *
   * @param optionKey empty where no option is picked
   */
  @Embeddable
  record Key(
      @Column(name = "response_id") UUID responseId,
      @Column(name = "question_key") String questionKey,
      @Column(name = "option_key") String optionKey) {}

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected StoredAnswer() {}

  private StoredAnswer(Key key, @Nullable Integer score, @Nullable String words) {
    this.key = key;
    this.score = score;
    this.words = words;
  }

  /** The rows of an answer. */
  static List<StoredAnswer> of(UUID response, Answer answer) {
    if (answer.choices().isEmpty()) {
      Key key = new Key(response, answer.question(), NO_OPTION);
      return List.of(new StoredAnswer(key, answer.value(), answer.text()));
    }
    return answer.choices().stream()
        .map(option -> new StoredAnswer(new Key(response, answer.question(), option), null, null))
        .toList();
  }

  /** The answers in some rows, by response, in the order of the keys. */
  static Map<UUID, List<Answer>> answers(List<StoredAnswer> rows) {
    Map<UUID, Map<String, Answer>> answers = new LinkedHashMap<>();
    for (StoredAnswer row : rows) {
      answers
          .computeIfAbsent(row.key.responseId(), absent -> new LinkedHashMap<>())
          .merge(row.key.questionKey(), row.answer(), StoredAnswer::joined);
    }
    Map<UUID, List<Answer>> lists = new LinkedHashMap<>();
    answers.forEach(
        (response, byQuestion) -> lists.put(response, List.copyOf(byQuestion.values())));
    return lists;
  }

  private Answer answer() {
    List<String> choices = key.optionKey().equals(NO_OPTION) ? List.of() : List.of(key.optionKey());
    return new Answer(key.questionKey(), score, choices, words);
  }

  private static Answer joined(Answer first, Answer second) {
    List<String> choices = new ArrayList<>(first.choices());
    choices.addAll(second.choices());
    return Answer.of(first.question(), choices);
  }
}
