package org.kexin.loyalty;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Terms to be published. */
@Schema(description = "Terms that hold from now on.")
record NewLoyaltyTerms(@NotNull @Valid ProgrammeTerms terms) {}
