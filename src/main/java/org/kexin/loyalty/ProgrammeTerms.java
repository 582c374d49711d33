package org.kexin.loyalty;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.FieldProblem;

/**
 * What a programme promises, as of one version. Never changes: other promises are another version.
 *
 * @param validityMonths calendar months (UTC) from the order to the end of its points, 1..120
 * @param pendingDays days of 24 hours from the order until its points are available, 0..365 and
 *     always before their end
 * @param levels by rising threshold
 */
@Schema(description = "What a programme promises: a version of its rules (会员规则).")
record ProgrammeTerms(
    @Schema(description = "Months until points expire.", examples = "24") @Min(1) @Max(120)
        int validityMonths,
    @Schema(description = "Days until points are available.", examples = "14") @Min(0) @Max(365)
        int pendingDays,
    @NotNull SpentPointsRule spentPoints,
    @Schema(
            description = "Days in which points earned count for a level.",
            examples = "365",
            defaultValue = "365")
        @Min(1)
        @Max(1_827)
        Integer levelWindowDays,
    @Schema(description = "By rising threshold.") @Size(max = 20) List<@Valid LoyaltyLevel> levels,
    @Schema(description = "What purchases bring; what several bring is added up.") @Size(max = 50)
        List<@Valid EarnRule> rules,
    @Valid @Nullable ReferralBonus referralBonus) {

  private static final int DEFAULT_WINDOW_DAYS = 365;

  /** Points that one unit of a currency, or of goods, may bring at most. */
  private static final int MAX_POINTS_PER_UNIT = 100;

  /**
   * Points for the first purchase of somebody who was brought.
   *
   * @param referrer for who brought them
   * @param referred for who was brought, where they are a member themselves
   */
  @Schema(description = "Points for the first purchase of somebody who was brought (推荐奖励).")
  record ReferralBonus(
      @Schema(description = "For who brought them.", examples = "500") @Min(0) @Max(1_000_000)
          int referrer,
      @Schema(description = "For who was brought, if a member.", examples = "100")
          @Min(0)
          @Max(1_000_000)
          int referred) {}

  /** Has neither levels nor rules where none are given, and counts a year for levels. */
  ProgrammeTerms {
    levels = List.copyOf(Objects.requireNonNullElse(levels, List.of()));
    rules = List.copyOf(Objects.requireNonNullElse(rules, List.of()));
    levelWindowDays = Objects.requireNonNullElse(levelWindowDays, DEFAULT_WINDOW_DAYS);
  }

  /** When points of that moment become available. */
  Instant availableFrom(Instant earned) {
    return earned.plus(Duration.ofDays(pendingDays));
  }

  /** When points of that moment expire. */
  Instant expiresAt(Instant earned) {
    return earned.atZone(ZoneOffset.UTC).plusMonths(validityMonths).toInstant();
  }

  Duration levelWindow() {
    return Duration.ofDays(levelWindowDays);
  }

  /** The longest period over which orders are counted; zero if they are not. */
  Duration orderWindow() {
    return rules.stream()
        .filter(rule -> rule.kind() == EarnRuleKind.FREQUENCY)
        .map(rule -> Duration.ofDays(Objects.requireNonNullElse(rule.withinDays(), 0)))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  Optional<LoyaltyLevel> level(@Nullable String code) {
    return levels.stream().filter(level -> level.code().equals(code)).findFirst();
  }

  /**
   * What contradicts itself, beyond what annotations say.
   *
   * @param at pointer to these terms
   */
  List<FieldProblem> contradictions(String at) {
    List<FieldProblem> problems = new ArrayList<>();
    // The shortest month has 28 days.
    if (validityMonths >= 1 && pendingDays >= 28 * validityMonths) {
      problems.add(
          new FieldProblem(
              at + "/pendingDays", "pending-too-long", "Points become available before they end."));
    }
    Set<String> codes = new HashSet<>();
    long below = 0;
    for (int i = 0; i < levels.size(); i++) {
      LoyaltyLevel level = levels.get(i);
      if (!codes.add(level.code())) {
        problems.add(
            new FieldProblem(at + "/levels/" + i + "/code", "level-twice", "Another has it."));
      }
      if (level.threshold() <= below) {
        problems.add(
            new FieldProblem(
                at + "/levels/" + i + "/threshold", "not-rising", "Order levels by threshold."));
      }
      below = level.threshold();
    }
    for (int i = 0; i < rules.size(); i++) {
      problems.addAll(contradictions(rules.get(i), at + "/rules/" + i));
    }
    return problems;
  }

  private static List<FieldProblem> contradictions(EarnRule rule, String at) {
    List<FieldProblem> problems = new ArrayList<>();
    boolean amount = rule.kind() == EarnRuleKind.AMOUNT;
    boolean frequency = rule.kind() == EarnRuleKind.FREQUENCY;
    if (amount != (rule.per() != null)) {
      problems.add(
          new FieldProblem(at + "/per", "per-amount", "AMOUNT says per, and only AMOUNT does."));
    } else if (rule.per() != null && !isModest(rule)) {
      problems.add(
          new FieldProblem(
              at + "/per", "too-generous", "At most 100 points for one unit of the currency."));
    }
    if (frequency != (rule.every() != null && rule.withinDays() != null)) {
      problems.add(
          new FieldProblem(
              at + "/every", "per-frequency", "FREQUENCY says every and withinDays, no other."));
    }
    if (frequency && !(rule.productIds().isEmpty() && rule.categories().isEmpty())) {
      problems.add(
          new FieldProblem(at + "/productIds", "whole-orders", "FREQUENCY is for whole orders."));
    }
    if (rule.validFrom() != null
        && rule.validUntil() != null
        && !rule.validFrom().isBefore(rule.validUntil())) {
      problems.add(
          new FieldProblem(at + "/validUntil", "never-valid", "A rule ends after it begins."));
    }
    return problems;
  }

  /** So that the points of the largest order there can be still fit a number of 64 bits. */
  private static boolean isModest(EarnRule rule) {
    var per = Objects.requireNonNull(rule.per()).amount();
    return per.signum() > 0
        && per.multiply(java.math.BigDecimal.valueOf(MAX_POINTS_PER_UNIT))
                .compareTo(java.math.BigDecimal.valueOf(rule.points()))
            >= 0;
  }
}
