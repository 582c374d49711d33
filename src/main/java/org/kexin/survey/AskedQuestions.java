package org.kexin.survey;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The questions of one type in one version of a survey.
 *
 * @param ofStaff whether colleagues are asked, not customers
 * @param productId what is asked about, as {@code service}; as the survey says it today
 * @param keys of the questions, at least one, ascending
 */
public record AskedQuestions(
    UUID surveyId,
    int questionsVersion,
    boolean ofStaff,
    @Nullable UUID productId,
    @Nullable String service,
    List<String> keys) {

  /** Copies the keys. */
  public AskedQuestions {
    keys = List.copyOf(keys);
  }
}
