package org.kexin.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Products for other features: what kind of thing they are. */
@ApplicationScoped
public class ProductCatalogue {

  private final Products products;

  ProductCatalogue(Products products) {
    this.products = products;
  }

  /** Categories by product, in one round trip; products without one are absent. */
  public Map<UUID, String> categories(Collection<UUID> ids) {
    Map<UUID, String> categories = new HashMap<>();
    products
        .withCategory(ids)
        .forEach(
            product -> categories.put(product.id(), Objects.requireNonNull(product.category())));
    return categories;
  }
}
