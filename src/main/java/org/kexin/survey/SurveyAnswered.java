package org.kexin.survey;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A customer submitted answers under their name. Fired in the transaction that records them; never
 * for anonymous surveys, partial answers or staff.
 *
 * @param scores by key of the question, of those that have a scale
 */
public record SurveyAnswered(
    UUID customer, UUID survey, Instant at, Map<String, QuestionScore> scores) {

  /** Copies the scores. */
  public SurveyAnswered {
    scores = Map.copyOf(scores);
  }

  /** What was asked, and what the answer scores. */
  public record QuestionScore(QuestionType type, Score score) {}
}
