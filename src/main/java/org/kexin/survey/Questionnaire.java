package org.kexin.survey;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The questions of one version of a survey. Invariant: once published, they never change. */
@Entity
@Table(name = "survey_questionnaire")
class Questionnaire {

  @EmbeddedId private Key key;

  @Convert(converter = JsonColumns.OfQuestions.class)
  @Column(name = "questions")
  private List<Question> questions;

  @Column(name = "published_at")
  private @Nullable Instant publishedAt;

  /** Which version of which survey. */
  @Embeddable
  record Key(
      @Column(name = "survey_id") UUID surveyId,
      @Column(name = "questions_version") int questionsVersion) {}

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected Questionnaire() {}

  Questionnaire(UUID surveyId, int questionsVersion, List<Question> questions) {
    this.key = new Key(surveyId, questionsVersion);
    this.questions = questions;
  }

  /**
   * Replaces the questions.
   *
   * @throws IllegalStateException if they were published
   */
  void restate(List<Question> others) {
    demandDraft();
    questions = others;
  }

  /**
   * Fixes the questions for ever.
   *
   * @throws IllegalStateException if they were published before
   */
  void publish(Instant at) {
    demandDraft();
    publishedAt = at;
  }

  private void demandDraft() {
    if (publishedAt != null) {
      throw new IllegalStateException(
          "Version " + key.questionsVersion() + " is published and never changes.");
    }
  }

  boolean isPublished() {
    return publishedAt != null;
  }

  List<Question> questions() {
    return questions;
  }
}
