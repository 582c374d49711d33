package org.kexin.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.customer.CustomerTraits;
import org.kexin.customer.Individual;
import org.kexin.shared.Money;
import org.kexin.transaction.OrderBook.Ordered;

class AudienceCriteriaTest {

  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant A_MONTH_AGO = Instant.parse("2026-02-01T00:00:00Z");
  private static final Instant THREE_YEARS_AGO = Instant.parse("2023-03-01T00:00:00Z");
  private static final BuyerTerms TERMS =
      new BuyerTerms(Period.ofMonths(24), Period.ofMonths(12), 3);

  @Test
  void whoPicksByBehaviourOrProfileNeedsConsentToThat() {
    assertThat(criteria(null, null, null).profiles()).isFalse();
    assertThat(criteria(null, null, orders(1L, null)).profiles()).isTrue();
    assertThat(criteria(null, 18, null).profiles()).isTrue();
    assertThat(
            new AudienceCriteria(
                    null,
                    List.of(),
                    List.of(),
                    null,
                    null,
                    List.of(Individual.Gender.FEMALE),
                    null,
                    null,
                    null)
                .profiles())
        .isTrue();
  }

  @Test
  void agesAreFullYearsOnTheDayOfTheStart() {
    AudienceCriteria adults =
        new AudienceCriteria(null, List.of(), List.of(), null, null, List.of(), 18, 29, null);

    CustomerTraits traits = adults.traits(NOW);

    // 18 today, and still 29 until tomorrow.
    assertThat(traits.bornUntil()).isEqualTo(LocalDate.parse("2008-03-01"));
    assertThat(traits.bornFrom()).isEqualTo(LocalDate.parse("1996-03-02"));
    assertThat(traits.createdUntil()).isEqualTo(NOW);
  }

  @Test
  void whoBecomesKnownAfterTheStartIsNotPicked() {
    AudienceCriteria future =
        new AudienceCriteria(
            null, List.of(), List.of(), null, NOW.plusSeconds(60), List.of(), null, null, null);

    assertThat(future.traits(NOW).createdUntil()).isEqualTo(NOW);
  }

  @Test
  void purchasesFitWithinTheirBounds() {
    Ordered three = new Ordered(3, new BigDecimal("60.00"), A_MONTH_AGO);

    assertThat(orders(3L, 3L).fits(three)).isTrue();
    assertThat(orders(4L, null).fits(three)).isFalse();
    assertThat(orders(null, 2L).fits(three)).isFalse();
    assertThat(orders(null, 0L).fits(null)).isTrue();
    assertThat(spent("60", "60").fits(three)).isTrue();
    assertThat(spent("60.01", null).fits(three)).isFalse();
    assertThat(spent(null, "59.99").fits(three)).isFalse();
    assertThat(spent(null, "1").fits(null)).as("who bought nothing spent nothing").isTrue();
    assertThat(last(A_MONTH_AGO, null).fits(three)).isTrue();
    assertThat(last(A_MONTH_AGO.plusSeconds(1), null).fits(three)).isFalse();
    assertThat(last(null, A_MONTH_AGO).fits(three)).isFalse();
    assertThat(last(null, NOW).fits(three)).isTrue();
    assertThat(last(null, NOW).fits(null)).as("who bought nothing has no last order").isFalse();
  }

  @Test
  void boundsThatNobodyCanMeetAreRefused() {
    assertThatThrownBy(() -> orders(2L, 1L)).hasMessageContaining("lower bound");
    assertThatThrownBy(() -> orders(null, null)).hasMessageContaining("Say how many");
    assertThatThrownBy(() -> last(NOW, A_MONTH_AGO)).hasMessageContaining("lower bound");
    assertThatThrownBy(
            () ->
                new PastPurchases(
                    null, null, null, null, Money.of("1", "CNY"), Money.of("2", "GBP"), null, null))
        .hasMessageContaining("one currency");
  }

  @Test
  void anAudienceThatDemandsARecentOrderHoldsNoNewCustomers() {
    assertThat(holdsNew(purchases(A_MONTH_AGO, null, 1L, null, null, null))).isFalse();
    assertThat(holdsNew(last(A_MONTH_AGO, null))).isFalse();
    assertThat(holdsNew(orders(1L, null))).as("an old order is none of a new time").isTrue();
    assertThat(holdsNew(purchases(THREE_YEARS_AGO, null, 1L, null, null, null))).isTrue();
    assertThat(holdsNew(orders(null, 0L))).isTrue();
    assertThat(holdsNew(null)).isTrue();
  }

  @Test
  void anAudienceOfWhoBoughtLittleOrLongAgoHoldsNoLoyalCustomers() {
    assertThat(holdsLoyal(orders(null, 2L))).isFalse();
    assertThat(holdsLoyal(orders(null, 3L))).isTrue();
    assertThat(holdsLoyal(last(null, THREE_YEARS_AGO))).isFalse();
    assertThat(holdsLoyal(purchases(A_MONTH_AGO, null, null, 0L, null, null)))
        .as("who ordered nothing for a month may have ordered often before")
        .isTrue();
    assertThat(holdsLoyal(purchases(null, THREE_YEARS_AGO, null, 0L, null, null)))
        .as("what came after that time is not asked")
        .isTrue();
    assertThat(holdsLoyal(null)).isTrue();
    assertThat(criteria(A_MONTH_AGO, null, null).mayHoldLoyal(TERMS, NOW))
        .as("newcomers, however often they ordered since")
        .isFalse();
    assertThat(criteria(THREE_YEARS_AGO, null, null).mayHoldLoyal(TERMS, NOW)).isTrue();
  }

  @Test
  void nobodyIsNewAndLoyalAtOnce() {
    assertThat(TERMS.newSince(NOW)).isEqualTo(Instant.parse("2024-03-01T00:00:00Z"));
    assertThat(TERMS.loyalSince(NOW)).isEqualTo(Instant.parse("2025-03-01T00:00:00Z"));
    assertThatThrownBy(() -> new BuyerTerms(Period.ofMonths(6), Period.ofMonths(12), 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean holdsNew(@Nullable PastPurchases purchases) {
    return criteria(null, null, purchases).mayHoldNew(TERMS, NOW);
  }

  private static boolean holdsLoyal(@Nullable PastPurchases purchases) {
    return criteria(null, null, purchases).mayHoldLoyal(TERMS, NOW);
  }

  private static AudienceCriteria criteria(
      @Nullable Instant createdFrom, @Nullable Integer ageFrom, @Nullable PastPurchases purchases) {
    return new AudienceCriteria(
        null, List.of(), List.of(), createdFrom, null, List.of(), ageFrom, null, purchases);
  }

  private static PastPurchases orders(@Nullable Long min, @Nullable Long max) {
    return purchases(null, null, min, max, null, null);
  }

  private static PastPurchases spent(@Nullable String min, @Nullable String max) {
    return new PastPurchases(
        null,
        null,
        null,
        null,
        min == null ? null : Money.of(min, "CNY"),
        max == null ? null : Money.of(max, "CNY"),
        null,
        null);
  }

  private static PastPurchases last(@Nullable Instant from, @Nullable Instant until) {
    return purchases(null, null, null, null, from, until);
  }

  private static PastPurchases purchases(
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable Long min,
      @Nullable Long max,
      @Nullable Instant lastFrom,
      @Nullable Instant lastUntil) {
    return new PastPurchases(from, until, min, max, null, null, lastFrom, lastUntil);
  }
}
