package org.kexin.survey;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody is who answered the question for recommendation (Reichheld, "The One Number You
 * Need to Grow", Harvard Business Review 12/2003).
 */
@Schema(description = "Promoter 9–10 (推荐者), passive 7–8 (中立者), detractor 0–6 (贬损者).")
public enum NpsClass {
  PROMOTER,
  PASSIVE,
  DETRACTOR;

  private static final int LOWEST_PROMOTER = 9;
  private static final int HIGHEST_DETRACTOR = 6;

  /**
   * The class of a score.
   *
   * @throws IllegalArgumentException if it is not one of 0 to 10
   */
  public static NpsClass of(Score score) {
    if (!score.scale().equals(QuestionType.NPS.scale())) {
      throw new IllegalArgumentException("Only the scale from 0 to 10 has promoters.");
    }
    if (score.value() >= LOWEST_PROMOTER) {
      return PROMOTER;
    }
    return score.value() <= HIGHEST_DETRACTOR ? DETRACTOR : PASSIVE;
  }
}
