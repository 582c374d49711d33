package org.kexin.promotion;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which voucher is looked for. */
@Schema(description = "Which voucher is looked for.")
record VoucherSearch(
    @Schema(description = "The whole code.", examples = "SPRING-2026")
        @NotNull
        @Size(min = 1, max = NewVoucher.MAX_CODE_CHARS)
        @Pattern(regexp = NewVoucher.CODE, message = "has capital letters, digits and hyphens")
        String code) {}
