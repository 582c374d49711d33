package org.kexin.consent;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Decisions of one person, taken in their order. */
@Schema(
    name = "NewConsentDecisions",
    description =
        "Decisions of one person, taken in their order: a later one outweighs an earlier.")
record NewDecisions(@NotNull @Size(min = 1, max = MAX) List<@Valid NewDecision> decisions) {

  /** Decisions of one call at most. */
  static final int MAX = 20;

  /** A missing list is an empty one. */
  NewDecisions {
    decisions = decisions == null ? List.of() : List.copyOf(decisions);
  }
}
