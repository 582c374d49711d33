package org.kexin.promotion;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Contacts to be recorded in one call. */
@Schema(name = "PromotionContactBatch", description = "Contacts to be recorded in one call.")
record ContactBatch(@NotNull @Size(min = 1, max = MAX_ITEMS) List<@Valid NewContact> items) {

  /** Items of one call at most. */
  static final int MAX_ITEMS = 200;

  /** A missing list is an empty one. */
  ContactBatch {
    items = items == null ? List.of() : List.copyOf(items);
  }
}
