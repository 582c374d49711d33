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
            examples = "Association rules alone, no similarity of items (Burke 2002)",
            maxLength = 500)
        String method,
    @Schema(description = "Version of the method here.", examples = "1", maxLength = 20)
        String version,
    @Schema(description = "What the method was given.", examples = "{\"repeat\":\"false\"}")
        SortedMap<String, @Size(max = 200) String> parameters,
    @Schema(description = "The moment of the sales that the rules are from; absent without rules.")
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
              description = "Above 0 to 1: confidence of the rule against that of the best offer.",
              examples = "1")
          double score,
      @Schema(
              description = "What the customer has that leads to it: the left side of the rule.",
              maxItems = 10)
          List<AssociationsView.Thing> because,
      @Schema(examples = "0.4313") double confidence,
      @Schema(examples = "3.9565") double lift,
      @Schema(description = "Baskets with all of it.", examples = "69") int count,
      @Schema(
              description = "The reason in words.",
              examples =
                  "43 % of the baskets with herbs hold root vegetables too, 4.0 times as many as of all baskets.",
              maxLength = 2000)
          String reason) {

    /** Copies the list. */
    public Offer {
      because = List.copyOf(because);
    }
  }
}
