package org.kexin.customer;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, in a line, as one caller may see it.
 *
 * @param name masked where the caller may not see it in clear
 */
@Schema(description = "Who somebody is (客户是谁).")
public record Introduction(
    Kind kind,
    @Schema(examples = "张伟", maxLength = 200) @Nullable String name,
    @Schema(description = "Day in UTC on which they became known here.", examples = "2026-03-01")
        LocalDate since,
    @Schema(
            description = "Of the first address that has one (地区).",
            examples = "浙江",
            maxLength = 100)
        @Nullable String region) {}
