package org.kexin.analysis.basket;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.transaction.LinesReader;

/**
 * A product as it is called.
 *
 * @param name null for a product that is known by its code only
 */
record Item(UUID id, String code, @Nullable String name, @Nullable String category) {

  static Map<UUID, Item> all(Map<UUID, LinesReader.ProductLabel> products) {
    Map<UUID, Item> items = new HashMap<>();
    products.forEach(
        (id, label) -> items.put(id, new Item(id, label.code(), label.name(), label.category())));
    return items;
  }
}
