package org.kexin.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kexin.shared.LimitSource;
import org.kexin.shared.PublishedLimit;

/** What one call may record. */
@ApplicationScoped
class PromotionLimits implements LimitSource {

  @Override
  public List<PublishedLimit> limits() {
    return List.of(
        new PublishedLimit(
            "promotion-contacts.max-items",
            ContactBatch.MAX_ITEMS,
            "items",
            "Items of POST /v1/promotions/{id}/contacts/batches."));
  }
}
