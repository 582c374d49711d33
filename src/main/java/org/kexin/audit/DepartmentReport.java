package org.kexin.audit;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a department did for a purpose in a day or month. */
@Schema(description = "What a department did for a purpose in a day or month (UTC).")
public record DepartmentReport(
    @Schema(description = "The day, or the first of the month.") LocalDate from,
    @Schema(
            description = "Absent for callers of no department.",
            examples = "customer-service",
            maxLength = 255)
        @Nullable String department,
    @Schema(description = "Absent where none was stated.", examples = "service", maxLength = 40)
        @Nullable String purpose,
    @Schema(description = "Records of any outcome.", examples = "1200", minimum = "0")
        long accesses,
    @Schema(
            description = "Persons shown, each time counted (人次).",
            examples = "3400",
            minimum = "0")
        long personViews,
    @Schema(description = "Records of changes.", examples = "75", minimum = "0") long changes,
    @Schema(
            description = "Values shown in clear that are masked by default.",
            examples = "3",
            minimum = "0")
        long unmaskings,
    @Schema(description = "Looks at customers of other departments.", examples = "1", minimum = "0")
        long breakGlass,
    @Schema(examples = "2", minimum = "0") long denials) {}
