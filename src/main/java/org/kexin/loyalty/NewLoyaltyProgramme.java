package org.kexin.loyalty;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A programme to be made, with its first terms. */
@Schema(description = "A programme to be made, with its first terms.")
record NewLoyaltyProgramme(
    @Schema(description = "Unique, kebab-case; fixed after creation.", examples = "tea-club")
        @NotNull
        @Size(min = 1, max = 64)
        @Pattern(regexp = "^[a-z0-9]+(-[a-z0-9]+)*$", message = "is kebab-case such as tea-club")
        String code,
    @Schema(examples = "茶友会") @NotNull @Size(min = 1, max = 200) String name,
    @NotNull @Valid ProgrammeTerms terms) {}
