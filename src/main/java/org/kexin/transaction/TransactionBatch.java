package org.kexin.transaction;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Transactions to be recorded in one call.
 *
 * @param allOrNone whether one refused item keeps all others from being recorded
 * @param items taken in this order, so a return may refer to an order before it
 */
@Schema(description = "Transactions to be recorded in one call.")
record TransactionBatch(
    @Schema(
            description = "Whether one refused item keeps all others from being recorded.",
            examples = "false",
            defaultValue = "false")
        Boolean allOrNone,
    @NotNull @Size(min = 1, max = MAX_ITEMS) List<NewTransaction> items) {

  /** Items of one call at most. */
  static final int MAX_ITEMS = 200;

  /** A missing list is an empty one, a missing flag is not set. */
  TransactionBatch {
    allOrNone = Objects.requireNonNullElse(allOrNone, false);
    items = items == null ? List.of() : List.copyOf(items);
  }
}
