package org.kexin.loyalty;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What came of checking some accounts. */
@Schema(description = "What came of checking some accounts against their entries (对账结果).")
record LedgerCheck(
    @Schema(description = "Accounts looked at.", examples = "200", minimum = "0") int checked,
    @Schema(description = "Accounts that differ; none, or something is broken.", maxItems = 200)
        List<UUID> differing,
    @Schema(description = "Where to go on; absent at the end.", maxLength = 200)
        @Nullable String nextPageToken) {}
