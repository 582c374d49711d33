package org.kexin.aftersales;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A customer's rating.
 *
 * @param score 1 (very bad) to 5 (very good)
 */
@Embeddable
@Schema(name = "ServiceRating", description = "A customer's rating (评价).")
record Rating(
    @Schema(examples = "4", minimum = "1", maximum = "5") @Column(name = "score") int score,
    @Schema(examples = "Came a day late.", maxLength = NewRating.MAX_COMMENT_CHARS)
        @Column(name = "comment")
        @Nullable String comment,
    @Column(name = "rated_at") Instant ratedAt) {

  /**
   * @throws IllegalArgumentException if the score is not one of 1 to 5
   */
  Rating {
    if (score < 1 || score > 5) {
      throw new IllegalArgumentException("A score is 1 to 5.");
    }
  }

  static Rating of(NewRating document, Instant at) {
    return new Rating(document.score(), document.comment(), at);
  }
}
