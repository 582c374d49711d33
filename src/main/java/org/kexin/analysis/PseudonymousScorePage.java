package org.kexin.analysis;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.RfmResult.CustomerScore;

/** A part of the scores under pseudonyms. */
@Schema(
    description =
        "A part of the customers' scores under the pseudonyms of a project, by the bytes of the"
            + " pseudonym; leftOut counts over all pages.")
record PseudonymousScorePage(
    About about,
    @Schema(maxItems = 200) List<Score> items,
    @Schema(description = "Where to go on; absent on the last page.", maxLength = 200)
        @Nullable String nextPageToken) {

  /** One customer's scores; days and amounts would single people out. */
  @Schema(name = "PseudonymousScore", description = "One customer's scores under a pseudonym.")
  record Score(
      @Schema(
              description = "The same customer's in this project always, and in no other.",
              examples = "mR5vYB0nT2m4l8XwK1cZfQ",
              minLength = 22,
              maxLength = 22)
          String pseudonym,
      @Schema(examples = "5", minimum = "1", maximum = "5") int recencyScore,
      @Schema(examples = "5", minimum = "1", maximum = "5") int frequencyScore,
      @Schema(examples = "5", minimum = "1", maximum = "5") int monetaryScore,
      @Schema(examples = "Champions", maxLength = 100) String segment) {

    static Score of(SharedScores.Row row) {
      CustomerScore<?> score = row.score();
      return new Score(
          row.pseudonym().text(),
          score.recencyScore(),
          score.frequencyScore(),
          score.monetaryScore(),
          score.segment());
    }
  }
}
