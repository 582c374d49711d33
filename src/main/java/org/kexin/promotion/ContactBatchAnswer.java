package org.kexin.promotion;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Problem;
import org.kexin.shared.ProblemException;

/** What became of each contact of a batch, in its order. */
@Schema(
    name = "PromotionContactBatchAnswer",
    description = "What became of each contact, in its order.")
record ContactBatchAnswer(@Schema(maxItems = ContactBatch.MAX_ITEMS) List<Item> items) {

  /** What became of a contact. */
  @Schema(name = "PromotionContactStatus", description = "What became of a contact of a batch.")
  enum Status {
    CREATED,
    /** The problem says why. */
    REFUSED
  }

  /** What became of one contact. */
  @Schema(name = "PromotionContactItem", description = "What became of one contact.")
  record Item(
      @Schema(examples = "0", minimum = "0") int index,
      Status status,
      @Nullable UUID id,
      @Schema(description = "Why it was refused.") @Nullable Problem problem) {}

  static ContactBatchAnswer of(
      List<ContactService.Outcome> outcomes, Function<ProblemException, Problem> problems) {
    List<Item> items = new ArrayList<>();
    for (ContactService.Outcome outcome : outcomes) {
      int index = items.size();
      items.add(
          switch (outcome) {
            case ContactService.Recorded recorded ->
                new Item(index, Status.CREATED, recorded.id(), null);
            case ContactService.Refused refused ->
                new Item(index, Status.REFUSED, null, problems.apply(refused.reason()));
          });
    }
    return new ContactBatchAnswer(items);
  }
}
