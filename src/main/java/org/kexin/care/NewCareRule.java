package org.kexin.care;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.consent.ConsentChannel;
import org.kexin.shared.FieldProblem;

/** When to care for customers, and how. */
@Schema(description = "When to care for customers, and how (关怀规则).")
record NewCareRule(
    @Schema(examples = "Birthday calls") @NotNull @Size(min = 1, max = 100) String name,
    @NotNull CareKind kind,
    @Schema(
            description = "Days after the order; of DAYS_AFTER_PURCHASE and SILENCE only.",
            examples = "7")
        @Min(1)
        @Max(MAX_DAYS)
        @Nullable Integer days,
    @Schema(description = "Only after orders of this; of DAYS_AFTER_PURCHASE only.")
        @Nullable UUID productId,
    @Schema(
            description =
                "Days before the occasion on which the task is made; of birthdays and"
                    + " anniversaries only.",
            examples = "2",
            defaultValue = "0")
        @Min(0)
        @Max(MAX_LEAD_DAYS)
        Integer leadDays,
    @Schema(description = "By which way; the customer's consent to it is needed.") @NotNull
        ConsentChannel channel,
    @Schema(description = "Where a day begins, an IANA name.", examples = "Asia/Shanghai")
        @NotNull
        @Size(min = 1, max = MAX_ZONE_CHARS)
        String zone,
    @Schema(examples = "Call, and say that a small gift waits in the shop.")
        @NotNull
        @Size(min = 1, max = MAX_INSTRUCTIONS_CHARS)
        String instructions) {

  static final int MAX_DAYS = 3_650;
  static final int MAX_LEAD_DAYS = 30;
  static final int MAX_ZONE_CHARS = 40;
  static final int MAX_INSTRUCTIONS_CHARS = 500;

  /** Without a lead it is the day itself. */
  NewCareRule {
    leadDays = Objects.requireNonNullElse(leadDays, 0);
  }

  /** What its annotations cannot say; empty if nothing is wrong. */
  List<FieldProblem> contradictions() {
    List<FieldProblem> problems = new ArrayList<>();
    if (kind.countsDays() != (days != null)) {
      problems.add(
          new FieldProblem(
              "/days",
              days == null ? "days-needed" : "days-unexpected",
              "DAYS_AFTER_PURCHASE and SILENCE say how many days, and only they."));
    }
    if (kind.countsDays() && leadDays > 0) {
      problems.add(
          new FieldProblem(
              "/leadDays",
              "lead-unexpected",
              "Only birthdays and anniversaries are known beforehand."));
    }
    if (productId != null && kind != CareKind.DAYS_AFTER_PURCHASE) {
      problems.add(
          new FieldProblem(
              "/productId", "product-unexpected", "Only DAYS_AFTER_PURCHASE can name one."));
    }
    try {
      ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      problems.add(
          new FieldProblem("/zone", "zone-unknown", "Use an IANA name such as Asia/Shanghai."));
    }
    return problems;
  }
}
