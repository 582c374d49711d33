package org.kexin.shared;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A limit that callers can meet, as it is in force in this deployment.
 *
 * @param name stable, dotted by what it limits, e.g. {@code page.max-size}
 * @param value the largest value that is accepted, in {@code unit}
 */
@Schema(description = "A limit that is in force (限额).")
public record PublishedLimit(
    @Schema(examples = "page.max-size", maxLength = 100) String name,
    @Schema(examples = "200", minimum = "0") long value,
    @Schema(examples = "records", maxLength = 40) String unit,
    @Schema(examples = "Records of a page; larger wishes are capped.", maxLength = 300)
        String description) {

  /** Refuses a value below 0, which limits nothing. */
  public PublishedLimit {
    if (value < 0) {
      throw new IllegalArgumentException("A limit is at least 0.");
    }
  }
}
