package org.kexin.analysis.basket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.association.ItemSimilarities;
import org.kexin.analysis.algorithm.association.ItemSimilarities.Neighbour;
import org.kexin.analysis.algorithm.association.SimilarityParameters;

/**
 * The standing likeness of products that offers may come from. Pairs of fewer customers than k are
 * not among them, for the same reason as with rules.
 *
 * @param things what the products are called
 * @param asOf the moment of the sales that they are from
 */
record KnownSimilarities(
    ItemSimilarities<UUID> similarities,
    Map<UUID, AssociationsView.Thing> things,
    @Nullable Instant asOf) {

  /**
   * @param fewest customers that a pair must be shared by
   */
  static KnownSimilarities of(ProductSimilaritiesView standing, int fewest) {
    SequencedMap<UUID, List<Neighbour<UUID>>> neighbours = new LinkedHashMap<>();
    Map<UUID, AssociationsView.Thing> things = new HashMap<>();
    for (ProductSimilaritiesView.SimilarProducts row : standing.products()) {
      UUID product = row.product().productId();
      if (product != null) {
        things.put(product, row.product());
        neighbours.put(product, nearest(row, fewest, things));
      }
    }
    return new KnownSimilarities(
        ItemSimilarities.of(SimilarityParameters.defaults(), neighbours),
        Map.copyOf(things),
        standing.about().asOf());
  }

  private static List<Neighbour<UUID>> nearest(
      ProductSimilaritiesView.SimilarProducts row,
      int fewest,
      Map<UUID, AssociationsView.Thing> things) {
    List<Neighbour<UUID>> nearest = new ArrayList<>();
    for (ProductSimilaritiesView.SimilarProduct other : row.similar()) {
      UUID id = other.product().productId();
      if (id != null && other.customers() >= fewest) {
        things.put(id, other.product());
        nearest.add(new Neighbour<>(id, other.similarity(), other.customers()));
      }
    }
    return nearest;
  }
}
