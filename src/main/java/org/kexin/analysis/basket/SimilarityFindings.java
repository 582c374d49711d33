package org.kexin.analysis.basket;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.kexin.analysis.About;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.association.BasketSet;
import org.kexin.analysis.algorithm.association.ItemSimilarities;
import org.kexin.analysis.algorithm.association.ItemSimilarities.Neighbour;
import org.kexin.analysis.algorithm.association.SimilarityParameters;
import org.kexin.analysis.algorithm.association.SimilarityScope;

/** Likeness of products as an answer, without pairs of too few customers. */
final class SimilarityFindings {

  /** So many times as many are looked at as are given where some may be held back. */
  private static final int LOOKED_AT = 2;

  private final ProductSimilarityQuestion asked;
  private final ItemSimilarities<String> similarities;
  private final AssociationFindings.Backed<Pair> backed;
  private final Map<String, Integer> counts;
  private final Map<String, Item> labels;
  private final int baskets;
  private final boolean shown;

  private SimilarityFindings(
      ProductSimilarityQuestion asked,
      ItemSimilarities<String> similarities,
      AssociationFindings.Backed<Pair> backed,
      Map<String, Integer> counts,
      Map<String, Item> labels,
      int baskets,
      boolean shown) {
    this.asked = asked;
    this.similarities = similarities;
    this.backed = backed;
    this.counts = counts;
    this.labels = labels;
    this.baskets = baskets;
    this.shown = shown;
  }

  /** A product and one of those similar to it. */
  private record Pair(String item, Neighbour<String> neighbour) {

    String other() {
      return neighbour.item();
    }
  }

  /**
   * Finds them.
   *
   * @param stop as in {@link ItemSimilarities#compute}
   */
  static SimilarityFindings in(
      BasketReading.Baskets baskets,
      ProductSimilarityQuestion asked,
      Collection<Item> products,
      SmallGroups groups,
      BooleanSupplier stop,
      DoubleConsumer progress) {
    BasketSet<String> set = baskets.set();
    ItemSimilarities<String> similarities =
        ItemSimilarities.compute(
            set,
            parameters(asked, groups),
            new SimilarityScope(asked.products(), ProductSimilarityAnalysis.MOST_STEPS),
            stop,
            progress);
    List<Pair> pairs = new ArrayList<>();
    for (String item : similarities.items()) {
      similarities.of(item).forEach(neighbour -> pairs.add(new Pair(item, neighbour)));
    }
    Map<String, Item> labels = new HashMap<>();
    products.forEach(item -> labels.put(item.code(), item));
    return new SimilarityFindings(
        asked,
        similarities,
        new Backing(baskets.owners(), groups).ofPairs(pairs, Pair::item, Pair::other),
        counts(set),
        labels,
        set.baskets(),
        groups.shows(baskets.owners().count()));
  }

  private static SimilarityParameters parameters(
      ProductSimilarityQuestion asked, SmallGroups groups) {
    return groups.individualsAllowed()
        ? new SimilarityParameters(asked.similarity(), asked.neighbours(), asked.minimumCommon())
        : new SimilarityParameters(
            asked.similarity(), LOOKED_AT * asked.neighbours(), asked.minimumCommon());
  }

  private static Map<String, Integer> counts(BasketSet<String> set) {
    int[] counts = set.counts();
    Map<String, Integer> byItem = new HashMap<>();
    for (int i = 0; i < counts.length; i++) {
      byItem.put(set.items().get(i), counts[i]);
    }
    return byItem;
  }

  ProductSimilaritiesView view(About about) {
    return new ProductSimilaritiesView(
        about,
        shown ? baskets : null,
        counts.size(),
        similarities.items().size(),
        backed.heldBack(),
        rows(),
        similarities.cuts().stream()
            .map(reason -> new AssociationsView.Cut(reason.code(), reason.detail()))
            .toList());
  }

  /** The pairs of a product stand together. */
  private List<ProductSimilaritiesView.SimilarProducts> rows() {
    List<ProductSimilaritiesView.SimilarProducts> rows = new ArrayList<>();
    int next = 0;
    while (next < backed.rows().size()) {
      String item = backed.rows().get(next).item();
      List<ProductSimilaritiesView.SimilarProduct> similar = new ArrayList<>();
      for (; next < backed.rows().size() && backed.rows().get(next).item().equals(item); next++) {
        if (similar.size() < asked.neighbours()) {
          similar.add(similar(backed.rows().get(next).neighbour(), backed.customers().get(next)));
        }
      }
      rows.add(new ProductSimilaritiesView.SimilarProducts(thing(item), count(item), similar));
    }
    return rows;
  }

  private ProductSimilaritiesView.SimilarProduct similar(
      Neighbour<String> neighbour, int customers) {
    return new ProductSimilaritiesView.SimilarProduct(
        thing(neighbour.item()),
        neighbour.similarity(),
        neighbour.common(),
        count(neighbour.item()),
        customers);
  }

  private int count(String item) {
    return counts.getOrDefault(item, 0);
  }

  private AssociationsView.Thing thing(String item) {
    Item product = labels.get(item);
    return product == null
        ? new AssociationsView.Thing(item, null, null)
        : new AssociationsView.Thing(item, product.name(), product.id());
  }
}
