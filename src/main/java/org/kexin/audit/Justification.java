package org.kexin.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a caller saw more than role and purpose alone allow.
 *
 * @param text in the caller's words, 10 to 200 characters
 */
@Schema(name = "AccessJustification", description = "Why a caller saw more than usual.")
public record Justification(
    Kind kind,
    @Schema(minLength = 10, maxLength = 200, examples = "Call-back on complaint 4711 was promised.")
        String text) {

  /** What was gone beyond. */
  @Schema(name = "AccessJustificationKind", description = "What was gone beyond.")
  public enum Kind {
    /** Attributes shown in clear that are masked by default. */
    UNMASKING,
    /** A customer who is not assigned to the caller's department. */
    BREAK_GLASS
  }

  /**
   * @throws IllegalArgumentException if the text has less than 10 or more than 200 characters
   */
  public Justification {
    if (text.strip().length() < 10 || text.length() > 200) {
      throw new IllegalArgumentException("A justification has 10 to 200 characters.");
    }
  }
}
