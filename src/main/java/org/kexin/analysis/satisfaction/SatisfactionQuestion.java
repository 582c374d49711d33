package org.kexin.analysis.satisfaction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.algorithm.satisfaction.Scale;
import org.kexin.shared.ProblemException;
import org.kexin.survey.AskedQuestions;
import org.kexin.survey.QuestionType;

/**
 * Which satisfaction is asked for.
 *
 * @param audience null beside {@code survey}, whose own it is
 * @param asOf days that were over then count; null for now
 */
record SatisfactionQuestion(
    Scale kind,
    @Nullable Audience audience,
    @Nullable UUID survey,
    @Nullable UUID product,
    @Nullable String service,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Instant asOf) {

  /** Who was asked. */
  enum Audience {
    CUSTOMERS,
    STAFF
  }

  /**
   * Reads the parameters.
   *
   * @throws ProblemException {@code parameter-invalid} if one is not what it must be
   */
  static SatisfactionQuestion of(SatisfactionParameters given) {
    LocalDate from = given.from();
    LocalDate to = given.to();
    if (from != null && to != null && from.isAfter(to)) {
      throw ProblemException.parameter("from", "from is not after to.");
    }
    if (given.surveyId() != null && given.audience() != null) {
      throw ProblemException.parameter("audience", "A survey has its audience; leave it out.");
    }
    Audience audience =
        SalesQuery.word(Audience.class, "audience", given.audience(), Audience.CUSTOMERS);
    return new SatisfactionQuestion(
        SalesQuery.word(Scale.class, "kind", given.kind(), Scale.NPS),
        given.surveyId() == null ? audience : null,
        given.surveyId(),
        given.productId(),
        given.service(),
        from,
        to,
        given.asOf());
  }

  /** Whether these questions are among those asked about. */
  boolean takes(AskedQuestions questions) {
    return (survey == null || questions.surveyId().equals(survey))
        && (audience == null || questions.ofStaff() == (audience == Audience.STAFF))
        && (product == null || product.equals(questions.productId()))
        && (service == null || service.equals(questions.service()));
  }

  /** The questions that are scored on this scale. */
  QuestionType questionType() {
    return switch (kind) {
      case NPS -> QuestionType.NPS;
      case CSAT -> QuestionType.CSAT;
      case CES -> QuestionType.CES;
    };
  }
}
