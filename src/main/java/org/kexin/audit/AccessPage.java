package org.kexin.audit;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A part of the list of accesses to one customer. */
@Schema(description = "A part of the list of accesses to one customer, newest first.")
public record AccessPage(
    @Schema(maxItems = 200) List<AccessView> items,
    @Schema(
            description = "Where to go on; absent on the last page.",
            examples = "q1rW0X3n8rIBkvHE",
            maxLength = 200)
        @Nullable String nextPageToken) {}
