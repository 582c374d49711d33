package org.kexin.analysis.basket;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.shared.http.Drawn;

/** Which products the same customers buy. */
@Schema(description = "Which products the same customers buy (商品相似度).")
public record ProductSimilaritiesView(
    About about,
    @Schema(
            description =
                "Customers, or baskets, with a product; absent where there are too few customers to"
                    + " show.",
            examples = "4338",
            minimum = "0")
        @Nullable Integer baskets,
    @Schema(description = "Different products.", examples = "3665", minimum = "0") int items,
    @Schema(description = "Products compared with all others.", examples = "1000", minimum = "0")
        int compared,
    @Schema(
            description = "Pairs left out for being of too few customers, of those looked at.",
            examples = "0",
            minimum = "0")
        int heldBack,
    @Schema(
            description =
                "By customers, or baskets, descending; without products that none is similar to.",
            maxItems = 1000)
        List<SimilarProducts> products,
    @Schema(description = "Why products are missing; empty when none are.", maxItems = 10)
        List<AssociationsView.Cut> cuts)
    implements Drawn {

  /** Copies the lists. */
  public ProductSimilaritiesView {
    products = List.copyOf(products);
    cuts = List.copyOf(cuts);
  }

  @Override
  public String svg(Locale language) {
    return AssociationCharts.similarities(this).svg(language);
  }

  /** A product and what is similar to it. */
  @Schema(description = "A product and what is similar to it.")
  public record SimilarProducts(
      AssociationsView.Thing product,
      @Schema(description = "Customers, or baskets, with it.", examples = "856") int count,
      @Schema(description = "The most similar first.", maxItems = 20)
          List<SimilarProduct> similar) {

    /** Copies the list. */
    public SimilarProducts {
      similar = List.copyOf(similar);
    }
  }

  /** A product that is similar to another. */
  @Schema(description = "A product that is similar to another.")
  public record SimilarProduct(
      AssociationsView.Thing product,
      @Schema(
              description = "Above 0 to 1, where all who have the one have the other (相似度).",
              examples = "0.42")
          double similarity,
      @Schema(description = "Customers, or baskets, with both.", examples = "120") int common,
      @Schema(description = "Customers, or baskets, with this one.", examples = "330") int count,
      @Schema(description = "Known customers with both.", examples = "120") int customers) {}
}
