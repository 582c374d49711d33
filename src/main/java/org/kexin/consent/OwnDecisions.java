package org.kexin.consent;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Decisions that a person takes by themselves, in their order. */
@Schema(
    name = "OwnConsentDecisions",
    description = "My decisions, taken in their order: a later one outweighs an earlier.")
record OwnDecisions(
    @NotNull @Size(min = 1, max = NewDecisions.MAX) List<@Valid OwnDecision> decisions) {

  /** A missing list is an empty one. */
  OwnDecisions {
    decisions = decisions == null ? List.of() : List.copyOf(decisions);
  }

  /** The same, with the application as the evidence. */
  NewDecisions document() {
    return new NewDecisions(decisions.stream().map(OwnDecision::document).toList());
  }
}
