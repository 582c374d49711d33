package org.kexin.transaction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of adding up lines again.
 *
 * @param checked orders and returns of that time
 * @param differing those whose total, number of lines or quantity is not that of their lines; the
 *     first {@value #MAX_DIFFERING} by id
 */
@Schema(description = "What came of adding up the lines again (复核).")
record TotalsCheck(
    Instant from,
    Instant to,
    @Schema(examples = "12345", minimum = "0") long checked,
    @Schema(
            description = "Empty, unless somebody wrote past the service.",
            maxItems = MAX_DIFFERING)
        List<UUID> differing) {

  /** Transactions named at most. */
  static final int MAX_DIFFERING = 100;
}
