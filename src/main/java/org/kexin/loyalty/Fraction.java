package org.kexin.loyalty;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An exact multiplier: 3/2 is half as much again, and no binary number comes near it. */
@Schema(description = "An exact multiplier, such as 3/2 (倍数).")
record Fraction(
    @Schema(examples = "3") @Min(1) @Max(100) int numerator,
    @Schema(examples = "2") @Min(1) @Max(100) int denominator) {

  static final Fraction ONE = new Fraction(1, 1);
}
