package org.kexin.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kexin.transaction.LinesReader.ProductLabel;

/** Products for other features, by id. */
@ApplicationScoped
public class ProductDirectory {

  private final Products products;

  ProductDirectory(Products products) {
    this.products = products;
  }

  /** Those of these ids that a product has, in one round trip. */
  public Set<UUID> existing(Collection<UUID> ids) {
    return Set.copyOf(products.existing(ids));
  }

  /** What these products are called, in one round trip; ids that no product has are absent. */
  public Map<UUID, ProductLabel> labels(Collection<UUID> ids) {
    List<Product> found = ids.isEmpty() ? List.of() : products.list("id in ?1", ids);
    return found.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Product::id,
                product -> new ProductLabel(product.code(), product.name(), product.category())));
  }
}
