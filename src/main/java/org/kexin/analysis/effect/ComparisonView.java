package org.kexin.analysis.effect;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the arms of a test compare. */
@Schema(name = "Comparison", description = "How the arms of a test compare with the control.")
record ComparisonView(
    @Schema(
            description = "The methods, with their sources.",
            examples = "two proportions/1 (pooled z, Wald, Newcombe 1998 method 10, log ratio)",
            maxLength = 500)
        String method,
    @Schema(description = "Of intervals.", examples = "0.95") double level,
    @Schema(examples = "30") double marginPercent,
    @Schema(description = "To be read before the effects.", maxItems = 20) List<Caveat> warnings,
    SampleRatioView sampleRatio,
    ArmSummary control,
    @Schema(
            description = "One for each other arm, in the order given.",
            maxItems = NewComparison.MAX_ARMS)
        List<ComparedWithControl> comparisons,
    @Nullable PlannedSize plan) {

  /** An arm by itself. */
  @Schema(name = "ComparedArmSummary", description = "An arm by itself.")
  record ArmSummary(
      @Schema(examples = "Mens E-Mail", maxLength = 100) String name,
      @Schema(examples = "21307", minimum = "0") long n,
      @Schema(examples = "3894", minimum = "0") long conversions,
      @Schema(description = "Absent where n is 0.", examples = "0.182757") @Nullable Double rate,
      @Schema(description = "Of rate, by Wilson; absent where n is 0.")
          @Nullable ConfidenceInterval interval) {}

  /** One arm against the control. */
  @Schema(description = "One arm against the control.")
  record ComparedWithControl(
      ArmSummary arm,
      ShareDifference conversion,
      @Schema(description = "Absent where one of both arms has no mean.")
          @Nullable MeanDifference value,
      @Schema(
              description = "Difference of the means × n; absent without means.",
              examples = "16402.7072")
          @Nullable Double incrementalValue,
      @Schema(
              description = "(margin × incrementalValue - cost) / cost; absent without a cost.",
              examples = "1.309481")
          @Nullable Double returnOnInvestment) {}

  /** Customers needed. */
  @Schema(description = "Customers needed in each of two equal arms (样本量).")
  record PlannedSize(
      @Schema(description = "Before rounding up.", examples = "3840.85") double exact,
      @Schema(examples = "3841", minimum = "1") long perArm) {}
}
