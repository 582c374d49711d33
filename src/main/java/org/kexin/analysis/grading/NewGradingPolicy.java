package org.kexin.analysis.grading;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kexin.customer.Kind;

/** A policy to be published, or to be looked at before. */
@Schema(description = "A policy of grades for customers of one kind.")
record NewGradingPolicy(@NotNull Kind kind, @NotNull @Valid PolicyTerms terms) {}
