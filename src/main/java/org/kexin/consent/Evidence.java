package org.kexin.consent;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What proves a decision and where it lies; never what it says.
 *
 * @param reference finds it in the archive that keeps it
 */
@Schema(
    name = "ConsentEvidence",
    description = "What proves the decision, and where it lies (证据); never its content.")
record Evidence(
    @NotNull Kind kind,
    @Schema(
            description =
                "Finds it in the archive that keeps it; needed unless it is IN_PERSON or APP. No"
                    + " names, numbers or addresses of persons.",
            examples = "forms/2026/03/000417")
        @Size(min = 1, max = MAX_REFERENCE_CHARS)
        @Nullable String reference) {

  static final int MAX_REFERENCE_CHARS = 200;

  /** Kinds of evidence. */
  @Schema(name = "ConsentEvidenceKind", description = "Kind of evidence (证据类型).")
  enum Kind {
    SIGNED_FORM,
    WEB_FORM,
    CALL_RECORDING,
    IN_PERSON,
    APP,
    IMPORT
  }

  /**
   * Whether it can be found again. What lies elsewhere needs a reference; of a word spoken, whoever
   * took note of it is the witness, and of a decision in our own application the row itself.
   */
  boolean canBeFound() {
    return reference != null || kind == Kind.IN_PERSON || kind == Kind.APP;
  }
}
