package org.kexin.analysis.identification;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.shared.http.Drawn;

/** The model of who will buy for the first time, and how well it does. */
@Schema(
    name = "PropensityAnswer",
    description = "How likely prospects buy for the first time (购买倾向), and how well that is known.")
public record PropensityView(
    About about,
    @Schema(
            description = "What is predicted, of whom.",
            examples = "Of customers without a purchase …",
            maxLength = 1000)
        String definition,
    @Schema(
            description = "What the model does not look at.",
            examples = "Gender, age, income …",
            maxLength = 1000)
        String fairness,
    @Schema(
            description =
                "Prospects learnt from; rounded down to whole k for who sees groups only.",
            examples = "5000")
        @Nullable Long learntFrom,
    @Schema(description = "How many of them bought in time; rounded likewise.", examples = "640")
        @Nullable Long buyers,
    @Schema(
            description =
                "Cases of the rarer outcome that the training set, seven tenths of them, must have.",
            examples = "90")
        int casesNeeded,
    @Schema(description = "Why there is no model.", maxLength = 500) @Nullable String reason,
    @Schema(description = "Log odds of who is average in every feature.", examples = "-1.92")
        @Nullable Double intercept,
    @Schema(description = "False: do not use it.") @Nullable Boolean converged,
    @Schema(maxItems = 20) List<PropensityFeature> features,
    @Schema(description = "On the three tenths that the model has not seen.")
        @Nullable PropensityCheck validation)
    implements Drawn {

  @Override
  public String svg(Locale language) {
    return PropensityCharts.lift(this).svg(language);
  }

  /** One feature of the model. */
  @Schema(description = "One feature of the model.")
  public record PropensityFeature(
      @Schema(examples = "incoming-contacts", maxLength = 40) String name,
      @Schema(
              description =
                  "Change of the log odds for one standard deviation more; absent where too few"
                      + " customers have the feature.",
              examples = "0.74")
          @Nullable Double coefficient,
      @Schema(
              description =
                  "Mean of the training set, of counts that of log(1 + count); only for who may"
                      + " see individuals.",
              examples = "0.31")
          @Nullable Double mean,
      @Schema(description = "Standard deviation, likewise.", examples = "0.5")
          @Nullable Double deviation) {}

  /** How well the model does. */
  @Schema(description = "How well the model does on customers it has not seen.")
  public record PropensityCheck(
      @Schema(examples = "1500") @Nullable Long customers,
      @Schema(examples = "190") @Nullable Long buyers,
      @Schema(description = "Mean probability.", examples = "0.127") @Nullable Double meanPredicted,
      @Schema(
              description =
                  "AUC: how often a buyer has the higher probability than somebody who did not"
                      + " buy; 0.5 is chance.",
              examples = "0.81")
          @Nullable Double auc,
      @Schema(description = "Brier score, 0 is best.", examples = "0.09") @Nullable Double brier,
      @Schema(description = "Against giving all the same; 0 is worthless.", examples = "0.19")
          @Nullable Double brierSkill,
      @Schema(
              description =
                  "From the tenth with the highest probabilities on: calibration and lift (提升图).",
              maxItems = 10)
          List<PropensityTenth> tenths,
      @Schema(description = "Why figures are absent.", maxLength = 500) @Nullable String reason) {}

  /** A tenth of the customers. */
  @Schema(description = "A tenth of the customers.")
  public record PropensityTenth(
      @Schema(description = "1 has the highest probabilities.", examples = "1") int number,
      @Schema(description = "Mean probability.", examples = "0.52") double predicted,
      @Schema(description = "Share that bought.", examples = "0.49") double observed,
      @Schema(description = "Share of all buyers up to here.", examples = "0.39")
          @Nullable Double reached,
      @Schema(description = "Observed against that of all.", examples = "3.9")
          @Nullable Double lift) {}
}
