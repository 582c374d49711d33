package org.kexin.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kexin.promotion.FairnessCheck.Campaign;
import org.kexin.promotion.FairnessCheck.Row;
import org.kexin.shared.Money;

/** The truth table of what is fair, at a threshold of five percent. */
class FairnessCheckTest {

  private static final UUID TEA = new UUID(0, 1);
  private static final UUID CUP = new UUID(0, 2);
  private static final BigDecimal FIVE = BigDecimal.valueOf(5);

  /** One offer each for all, new and loyal customers, in percent; 0 for none. */
  @ParameterizedTest
  @CsvSource({
    // all, new, loyal: new pays, loyal pays, ratio, unfair
    "20,   0,    0,  0.8,    0.8,   1,      false",
    "0,    20,   0,  0.8,    1,     1.25,   true",
    "0,    0,    20, 1,      0.8,   0.8,    false",
    "0,    20,   20, 0.8,    0.8,   1,      false",
    "20,   30,   0,  0.7,    0.8,   1.1429, true",
    "30,   20,   0,  0.7,    0.7,   1,      false",
    "0,    20,   16, 0.8,    0.84,  1.05,   false", // just at the threshold
    "0,    20,   15.99, 0.8, 0.8401, 1.0501, true",
    "0,    4.76, 0,  0.9524, 1,     1.05,   false",
    "0,    4.77, 0,  0.9523, 1,     1.0501, true",
    "0,    100,  0,  0,      1,     ,       true",
    "100,  0,    0,  0,      0,     ,       false",
    "0,    100,  100, 0,     0,     ,       false",
  })
  void loyalCustomersMayPayMoreByTheThresholdAndNoMore(
      String all,
      String fresh,
      String loyal,
      BigDecimal newPays,
      BigDecimal loyalPays,
      @Nullable BigDecimal ratio,
      boolean unfair) {
    Row row =
        only(
            forEverybody(
                offer(OfferedTo.ALL, all),
                offer(OfferedTo.NEW, fresh),
                offer(OfferedTo.LOYAL, loyal)));

    assertThat(row.newPays()).isEqualByComparingTo(newPays);
    assertThat(row.loyalPays()).isEqualByComparingTo(loyalPays);
    if (ratio == null) {
      assertThat(row.ratio()).isNull();
    } else {
      assertThat(row.ratio()).isEqualByComparingTo(ratio);
    }
    assertThat(row.unfair()).isEqualTo(unfair);
  }

  /** To whom the audience lets an offer for everybody come. */
  @ParameterizedTest
  @CsvSource({
    "true,  true,  false",
    "true,  false, true",
    "false, true,  false",
    "false, false, false",
  })
  void anAudienceOfNewcomersIsAnOfferToNewCustomers(
      boolean toNew, boolean toLoyal, boolean unfair) {
    Campaign own = new Campaign(offers(offer(OfferedTo.ALL, "20")), toNew, toLoyal, true);

    assertThat(only(own).unfair()).isEqualTo(unfair);
  }

  @Test
  void anotherCampaignForLoyalCustomersMakesUpOnlyIfItLasts() {
    Campaign own = forEverybody(offer(OfferedTo.NEW, "20"));
    List<Offer> loyal = offers(offer(OfferedTo.LOYAL, "20"));

    assertThat(rows(own, new Campaign(loyal, true, true, true)).getFirst().unfair()).isFalse();
    assertThat(rows(own, new Campaign(loyal, true, true, false)).getFirst().unfair()).isTrue();
  }

  @Test
  void anotherCampaignForNewCustomersCountsAtAnyTime() {
    Campaign own = forEverybody(offer(OfferedTo.ALL, "10"));
    Campaign other = new Campaign(offers(offer(OfferedTo.NEW, "40")), true, true, false);

    Row row = rows(own, other).getFirst();

    assertThat(row.newPays()).isEqualByComparingTo("0.6");
    assertThat(row.loyalPays()).isEqualByComparingTo("0.9");
    assertThat(row.ratio()).isEqualByComparingTo("1.5");
    assertThat(row.unfair()).isTrue();
  }

  @Test
  void whatIsForAllForAWhileChangesNothing() {
    Campaign own = forEverybody(offer(OfferedTo.ALL, "10"));
    Campaign other = new Campaign(offers(offer(OfferedTo.ALL, "40")), true, true, false);
    Campaign newcomers = new Campaign(offers(offer(OfferedTo.ALL, "40")), true, false, false);

    assertThat(rows(own, other).getFirst().newPays()).isEqualByComparingTo("0.9");
    assertThat(rows(own, other).getFirst().unfair()).isFalse();
    assertThat(rows(own, newcomers).getFirst().unfair()).isTrue();
  }

  @Test
  void eachProductHasItsRowAndAllOthersHaveOne() {
    Offer tea = named("tea", List.of(TEA), OfferedTo.NEW, "20");
    Offer cup = named("cup", List.of(CUP), OfferedTo.ALL, "30");
    Offer rest = named("rest", List.of(), OfferedTo.LOYAL, "10");

    List<Row> rows = rows(new Campaign(List.of(tea, cup, rest), true, true, true));

    assertThat(rows).extracting(Row::product).containsExactly(TEA, CUP, null);
    assertThat(rows).extracting(Row::unfair).containsExactly(true, false, false);
    assertThat(rows.getFirst().loyalPays()).isEqualByComparingTo("0.9");
    assertThat(rows.getLast().newPays()).isEqualByComparingTo("1");
  }

  @Test
  void anOfferForOneProductSaysNothingOfOthers() {
    List<Row> rows =
        rows(
            new Campaign(
                List.of(named("tea", List.of(TEA), OfferedTo.ALL, "20")), true, true, true));

    assertThat(rows).extracting(Row::product).containsExactly(TEA);
    assertThat(rows(new Campaign(List.of(), true, true, true))).isEmpty();
  }

  @Test
  void anAmountCountsAtItsReferencePrice() {
    Offer fifth =
        new Offer(
            "fifth",
            List.of(),
            OfferedTo.NEW,
            new Discount(null, Money.of("20", "CNY")),
            Money.of("100", "CNY"));

    Row row = rows(new Campaign(List.of(fifth), true, true, true)).getFirst();

    assertThat(row.newPays()).isEqualByComparingTo("0.8");
    assertThat(row.ratio()).isEqualByComparingTo("1.25");
  }

  private static @Nullable Offer offer(OfferedTo to, String percent) {
    return percent.equals("0")
        ? null
        : named(to.name().toLowerCase(java.util.Locale.ROOT), List.of(), to, percent);
  }

  private static Offer named(String key, List<UUID> products, OfferedTo to, String percent) {
    return new Offer(key, products, to, new Discount(percent, null), null);
  }

  private static List<Offer> offers(@Nullable Offer... offers) {
    return Arrays.stream(offers).filter(java.util.Objects::nonNull).toList();
  }

  private static Campaign forEverybody(@Nullable Offer... offers) {
    return new Campaign(offers(offers), true, true, true);
  }

  private static Row only(Campaign own) {
    List<Row> rows = rows(own);
    assertThat(rows).hasSize(1);
    return rows.getFirst();
  }

  private static List<Row> rows(Campaign own, Campaign... others) {
    return FairnessCheck.table(own, List.of(others), FIVE);
  }
}
