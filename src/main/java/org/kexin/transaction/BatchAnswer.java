package org.kexin.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Problem;
import org.kexin.shared.ProblemException;

/** What became of each item of a batch, in its order. */
@Schema(name = "TransactionBatchAnswer", description = "What became of each item, in its order.")
record BatchAnswer(@Schema(maxItems = TransactionBatch.MAX_ITEMS) List<Item> items) {

  /** What became of an item. */
  @Schema(name = "BatchItemStatus", description = "What became of an item of a batch.")
  enum Status {
    /** It is recorded. */
    CREATED,
    /** It was refused; the problem says why. */
    REFUSED,
    /** It is acceptable, but another item was refused and all or none was asked for. */
    NOT_DONE
  }

  /**
   * What became of one item.
   *
   * @param index its place in the request, from 0
   * @param id of the transaction, if recorded
   * @param problem why it was refused; pointers are relative to the item
   */
  @Schema(name = "TransactionBatchItem", description = "What became of one item.")
  record Item(
      @Schema(examples = "0", minimum = "0") int index,
      Status status,
      @Nullable UUID id,
      @Schema(description = "Why it was refused; pointers are relative to the item.")
          @Nullable Problem problem) {}

  static BatchAnswer of(
      List<TransactionService.Outcome> outcomes,
      boolean allOrNone,
      Function<ProblemException, Problem> problems) {
    boolean undone =
        allOrNone && outcomes.stream().anyMatch(TransactionService.Refused.class::isInstance);
    List<Item> items = new ArrayList<>();
    for (TransactionService.Outcome outcome : outcomes) {
      int index = items.size();
      items.add(
          switch (outcome) {
            case TransactionService.Refused refused ->
                new Item(index, Status.REFUSED, null, problems.apply(refused.reason()));
            case TransactionService.Recorded recorded when undone ->
                new Item(index, Status.NOT_DONE, null, null);
            case TransactionService.Recorded recorded ->
                new Item(index, Status.CREATED, recorded.receipt().id(), null);
          });
    }
    return new BatchAnswer(items);
  }
}
