package org.kexin.analysis.product;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kexin.analysis.SmallGroups;

/**
 * Which products and categories may be shown. A category is the sum of its products, and both can
 * be asked for, so what is held back of a category that is shown, and of those that are not, is
 * always of k customers or more: with products that are too small the smallest other one of the
 * same whole.
 */
final class HeldBackRows {

  private HeldBackRows() {}

  /** Categories that may not be shown. */
  static Set<ProductTally.Row> categories(ProductTally tally, SmallGroups groups) {
    return heldBack(tally.categories(), groups);
  }

  /** Products that may not be shown. */
  static Set<ProductTally.Row> products(ProductTally tally, SmallGroups groups) {
    Set<ProductTally.Row> hidden = categories(tally, groups);
    List<ProductTally.Row> ofHidden = new ArrayList<>();
    Map<ProductTally.Row, List<ProductTally.Row>> wholes = new HashMap<>();
    for (ProductTally.Row product : tally.products()) {
      ProductTally.Row category = product.category();
      if (category == null || hidden.contains(category)) {
        ofHidden.add(product);
      } else {
        wholes.computeIfAbsent(category, unseen -> new ArrayList<>()).add(product);
      }
    }
    Set<ProductTally.Row> held = heldBack(ofHidden, groups);
    wholes.values().forEach(whole -> held.addAll(heldBack(whole, groups)));
    return held;
  }

  private static Set<ProductTally.Row> heldBack(List<ProductTally.Row> whole, SmallGroups groups) {
    List<Boolean> shown = groups.shown(whole, ProductTally.Row::customers);
    Set<ProductTally.Row> held = new HashSet<>();
    for (int i = 0; i < shown.size(); i++) {
      if (!shown.get(i)) {
        held.add(whole.get(i));
      }
    }
    return held;
  }
}
