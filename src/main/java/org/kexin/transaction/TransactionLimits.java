package org.kexin.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.kexin.shared.LimitSource;
import org.kexin.shared.PublishedLimit;

/** What one call may record. */
@ApplicationScoped
class TransactionLimits implements LimitSource {

  @Override
  public List<PublishedLimit> limits() {
    return List.of(
        new PublishedLimit(
            "batch.max-items",
            TransactionBatch.MAX_ITEMS,
            "items",
            "Items of POST /v1/transactions/batches."));
  }
}
