package org.kexin.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Products for other features: by id, never their names. */
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
}
