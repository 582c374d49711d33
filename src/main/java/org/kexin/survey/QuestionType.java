package org.kexin.survey;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What kind of answer a question takes. */
@Schema(
    name = "SurveyQuestionType",
    description =
        "What kind of answer a question takes: NPS 0–10 (净推荐值), CSAT 1–5 (满意度), CES 1–7, where 7"
            + " is full agreement that it was easy (费力度), SINGLE and MULTIPLE choice, TEXT, or a"
            + " SCALE of its own.")
public enum QuestionType {
  /** Would you recommend us? Reichheld, Harvard Business Review 12/2003: 0 to 10. */
  NPS(0, 10),
  /** How satisfied are you? 1 to 5; 4 and 5 count as satisfied. */
  CSAT(1, 5),
  /** The company made it easy: 1 to 7, 7 is full agreement. */
  CES(1, 7),
  /** One of the options. */
  SINGLE,
  /** Some of the options. */
  MULTIPLE,
  /** Free words. */
  TEXT,
  /** A whole number between bounds that the question states. */
  SCALE;

  private final int min;
  private final int max;

  QuestionType() {
    this(0, 0);
  }

  QuestionType(int min, int max) {
    this.min = min;
    this.max = max;
  }

  /** The scale that all questions of this type have; null if there is none. */
  @Nullable Scale scale() {
    return min < max ? new Scale(min, max) : null;
  }

  /** Whether an answer picks options. */
  boolean hasOptions() {
    return this == SINGLE || this == MULTIPLE;
  }
}
