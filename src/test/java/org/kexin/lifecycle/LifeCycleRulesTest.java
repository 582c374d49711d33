package org.kexin.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kexin.lifecycle.LifeCycleRules.Derived;
import org.kexin.lifecycle.LifeCycleRules.Facts;

/** Where a customer stands, rule by rule, and that nothing changes before it is said to. */
class LifeCycleRulesTest {

  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  /** interest 30, repeat 2, core 3 in 100, advocate 1, lapsing 60, lost 120, won back 40. */
  private static final LifeCycleTerms TERMS = new LifeCycleTerms(30, 2, 3, 100, 1, 60, 120, 40);

  @ParameterizedTest
  @CsvSource(
      value = {
        // days ago of: orders, newest first | interest | referrals | stage | reason | next in days
        "-, -, 0, PROSPECT, NO_ORDER, -",
        "-, 29, 0, TARGET, SHOWED_INTEREST, 1",
        "-, 30, 0, PROSPECT, NO_ORDER, -",
        "-, -, 5, PROSPECT, NO_ORDER, -",
        "0, -, 0, FIRST_PURCHASE, ONE_ORDER, 40",
        "59, -, 0, FIRST_PURCHASE, ONE_ORDER, 1",
        "60, -, 0, LAPSING, SILENT, 60",
        "119, -, 0, LAPSING, SILENT, 1",
        "120, -, 0, LOST, SILENT_FOR_LONG, -",
        "10 70, -, 0, REPEAT, ORDERED_AGAIN, 30",
        "10 70 99, -, 0, CORE, ORDERED_OFTEN, 1",
        "10 70 100, -, 0, REPEAT, ORDERED_AGAIN, 30",
        "10 20 30 400, -, 0, CORE, ORDERED_OFTEN, 30",
        "10 129, -, 0, REPEAT, ORDERED_AGAIN, 30",
        "10 130, -, 0, WON_BACK, CAME_BACK, 30",
        "39 159, -, 0, WON_BACK, CAME_BACK, 1",
        "40 160, -, 0, REPEAT, ORDERED_AGAIN, 20",
        "10 130, -, 1, WON_BACK, CAME_BACK, 30",
        "10, -, 1, ADVOCATE, BROUGHT_OTHERS, 30",
        "10 20 30, -, 1, ADVOCATE, BROUGHT_OTHERS, 30",
        "60 61 62, -, 9, LAPSING, SILENT, 38",
        "10, 5, 0, FIRST_PURCHASE, ONE_ORDER, 25"
      },
      nullValues = "-")
  void theRuleThatDecidesIsSaid(
      @Nullable String orders,
      @Nullable Integer interest,
      int referrals,
      LifeCycleStage stage,
      LifeCycleReason reason,
      @Nullable Integer next) {
    assertThat(LifeCycleRules.derive(facts(orders, interest, referrals), TERMS, NOW))
        .isEqualTo(new Derived(stage, reason, next == null ? null : ago(-next)));
  }

  @Property(tries = 2_000)
  void nothingChangesBeforeTheNextTurn(
      @ForAll @Size(max = 5) List<@IntRange(max = 300) Integer> orders,
      @ForAll @IntRange(max = 90) int interest,
      @ForAll @IntRange(max = 2) int referrals,
      @ForAll @IntRange(max = 99) int percent) {
    String days =
        orders.isEmpty()
            ? null
            : String.join(" ", orders.stream().sorted().map(String::valueOf).toList());
    Facts facts = facts(days, interest, referrals);
    Derived derived = LifeCycleRules.derive(facts, TERMS, NOW);
    Instant until = derived.until() == null ? ago(-10_000) : derived.until();
    Instant between = NOW.plus(Duration.between(NOW, until).multipliedBy(percent).dividedBy(100));

    assertThat(LifeCycleRules.derive(facts, TERMS, between)).isEqualTo(derived);
  }

  @Test
  void whoOrderedHasALastOrder() {
    assertThatThrownBy(() -> new Facts(1, null, null, null, 0, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Facts(0, NOW, null, null, 0, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Facts facts(@Nullable String orders, @Nullable Integer interest, int referrals) {
    List<Instant> placed =
        orders == null
            ? List.of()
            : Arrays.stream(orders.split(" ", -1)).map(day -> ago(Integer.parseInt(day))).toList();
    return new Facts(
        placed.size(),
        at(placed, 0),
        at(placed, 1),
        at(placed, TERMS.coreOrders() - 1),
        referrals,
        interest == null ? null : ago(interest));
  }

  private static @Nullable Instant at(List<Instant> placed, int index) {
    return index < placed.size() ? placed.get(index) : null;
  }

  private static Instant ago(int days) {
    return NOW.minus(Duration.ofDays(days));
  }
}
