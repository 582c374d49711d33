package org.kexin.care;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.consent.ConsentChannel;

/** A rule of care, and how far it was followed. */
@Schema(name = "CareRule", description = "A rule of care, and how far it was followed (关怀规则).")
record CareRuleView(
    UUID id,
    @Schema(examples = "Birthday calls", maxLength = 100) String name,
    CareKind kind,
    @Schema(examples = "7", minimum = "1") @Nullable Integer days,
    @Nullable UUID productId,
    @Schema(examples = "2", minimum = "0") int leadDays,
    ConsentChannel channel,
    @Schema(examples = "Asia/Shanghai", maxLength = NewCareRule.MAX_ZONE_CHARS) String zone,
    @Schema(
            examples = "Call, and say that a small gift waits in the shop.",
            maxLength = NewCareRule.MAX_INSTRUCTIONS_CHARS)
        String instructions,
    Instant createdAt,
    @Nullable Instant endedAt,
    @Schema(description = "All days before this one were looked at.", examples = "2026-03-02")
        LocalDate nextDay,
    @Schema(
            description = "Days left out because no pod ran for longer than is made up for.",
            examples = "0",
            minimum = "0")
        int skippedDays) {

  static CareRuleView of(CareRule rule) {
    return new CareRuleView(
        rule.id(),
        rule.name(),
        rule.kind(),
        rule.days(),
        rule.productId(),
        rule.leadDays(),
        rule.channel(),
        rule.zone().getId(),
        rule.instructions(),
        rule.createdAt(),
        rule.endedAt(),
        rule.nextDay(),
        rule.skippedDays());
  }
}
