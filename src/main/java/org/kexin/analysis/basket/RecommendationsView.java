package org.kexin.analysis.basket;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to offer a customer next, and why. */
@Schema(description = "What to offer a customer next, and why (推荐).")
public record RecommendationsView(
    UUID customerId,
    @Schema(
            description = "The best first; absent where they are withheld or hidden.",
            maxItems = 10)
        @Nullable List<Offer> offers,
    @Schema(
            description = "Why there is no offer: NO_MODEL, NO_ITEMS or NOTHING_NEW.",
            examples = "NOTHING_NEW",
            maxLength = 40)
        @Nullable String reason,
    @Schema(
            description =
                "Why nothing is derived: NO_PROFILING where the customer objects to profiling, or"
                    + " does not agree to it and the purpose asks for that.",
            examples = "NO_PROFILING",
            maxLength = 40)
        @Nullable String withheld,
    @Schema(
            description = "The method, with its source.",
            examples = "Association rules and similarity of items, a weighted hybrid (Burke 2002)",
            maxLength = 500)
        String method,
    @Schema(description = "Version of the method here.", examples = "2", maxLength = 20)
        String version,
    @Schema(description = "What the method was given.", examples = "{\"repeat\":\"false\"}")
        SortedMap<String, @Size(max = 200) String> parameters,
    @Schema(
            description =
                "The moment of the sales that rules and similarities are from, of two the earlier;"
                    + " absent without them.")
        @Nullable Instant asOf,
    @Schema(description = "Attributes that were left out.", maxItems = 10)
        List<@Size(max = 100) String> masked) {

  /** Copies the attributes; the offers come immutable. */
  public RecommendationsView {
    masked = List.copyOf(masked);
  }

  /** One product to offer. */
  @Schema(description = "One product to offer.")
  public record Offer(
      @Schema(examples = "1", minimum = "1", maximum = "10") int rank,
      AssociationsView.Thing product,
      @Schema(
              description =
                  "Above 0 to 1: confidence of the rule and sum of similarities, each against the"
                      + " best of all offers, weighted by ruleWeight.",
              examples = "1")
          double score,
      @Schema(description = "The best rule that leads to it; absent where none does.")
          @Nullable RuleGround rule,
      @Schema(
              description = "What the customer has that it is most similar to; three at most.",
              maxItems = 3)
          List<SimilarTo> similarTo,
      @Schema(
              description = "Sum of the similarities to what the customer has; 0 for none.",
              examples = "0.42",
              minimum = "0")
          double similarity,
      @Schema(description = "The reasons in words; one at least.", maxItems = 2)
          List<Ground> grounds) {

    /** Copies the lists. */
    public Offer {
      similarTo = List.copyOf(similarTo);
      grounds = List.copyOf(grounds);
    }
  }

  /** A rule that leads from what the customer has to a product. */
  @Schema(name = "OfferRule", description = "A rule that leads to the product.")
  public record RuleGround(
      @Schema(
              description = "What the customer has that leads to it: the left side of the rule.",
              maxItems = 10)
          List<AssociationsView.Thing> because,
      @Schema(examples = "0.4313") double confidence,
      @Schema(examples = "3.9565") double lift,
      @Schema(description = "Baskets with all of it.", examples = "69") int count) {

    /** Copies the list. */
    public RuleGround {
      because = List.copyOf(because);
    }
  }

  /** Something that the customer has and that an offer is similar to. */
  @Schema(
      name = "OfferSimilarity",
      description = "Something that the customer has and that the product is similar to.")
  public record SimilarTo(
      AssociationsView.Thing product,
      @Schema(description = "Above 0 to 1.", examples = "0.42") double similarity,
      @Schema(description = "Known customers with both.", examples = "120") int customers) {}

  /** A reason in words. */
  @Schema(name = "OfferGround", description = "A reason in words.")
  public record Ground(
      @Schema(description = "RULE or SIMILARITY.", examples = "RULE", maxLength = 40) String code,
      @Schema(
              description = "The reason in words.",
              examples =
                  "43 % of the baskets with herbs hold root vegetables too, 4.0 times as many as of all baskets.",
              maxLength = 2000)
          String detail) {}
}
