package org.kexin.analysis.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kexin.analysis.About;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.SoldLine;

/** Customers who bought something every ten days, three times. */
class NeedFindingsTest {

  private static final SmallGroups ALL = new SmallGroups(true, 10);
  private static final SmallGroups GROUPS = new SmallGroups(false, 10);
  private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

  private static final Map<UUID, String> ITEMS =
      Map.of(new UUID(0, 1), "tea", new UUID(0, 2), "salt", new UUID(0, 3), "ink");

  private final NeedTally tally = new NeedTally(DAY, 7, ITEMS::get);

  private void bought(int customers, long firstCustomer, int daysAgo, long... products) {
    for (int i = 0; i < customers; i++) {
      for (int days : List.of(20, 10, 0)) {
        for (long product : products) {
          add(new UUID(1, firstCustomer + i), DAY.minusDays(daysAgo + days), product);
        }
      }
    }
  }

  private void add(UUID customer, LocalDate day, long product) {
    tally.add(
        new SoldLine(
            customer, new UUID(2, 0), day, new UUID(0, product), 1, BigDecimal.valueOf(5)));
  }

  private NeedsView view(SmallGroups groups, int top) {
    About about =
        new About(
            "", "", new TreeMap<>(), new About.Window(null, null), null, null, null, List.of());
    return new NeedFindings(tally.finish(), Map.of(), groups).view(about, top);
  }

  /** One customer alone buys tea regularly and no salt. */
  @Test
  void whatAllButAFewBuyIsHeldBackAsWell() {
    bought(19, 0, 5, 1, 2);
    bought(1, 19, 5, 1);

    NeedsView view = view(GROUPS, 50);

    assertThat(view.regulars()).isEqualTo(20);
    assertThat(view.rows()).extracting(NeedsView.DueRow::code).containsExactly("tea");
    assertThat(view.rows().getFirst().coming()).isEqualTo(20);
    assertThat(view.heldBack()).isEqualTo(1);
    assertThat(view.reason()).isEqualTo("Fewer than 10 customers are not shown to this role.");
  }

  /** More are due for salt, which says that tea has many of another part. */
  @Test
  void theOrderTellsNothingOfPartsThatAreHeldBack() {
    bought(12, 0, 5, 2);
    bought(14, 12, 1, 1);
    bought(2, 26, 5, 1);

    assertThat(view(ALL, 50).rows())
        .extracting(NeedsView.DueRow::code)
        .containsExactly("salt", "tea");
    NeedsView kept = view(GROUPS, 50);
    assertThat(kept.rows()).extracting(NeedsView.DueRow::code).containsExactly("tea", "salt");
    assertThat(kept.rows().getFirst().customers()).isEqualTo(16);
    assertThat(kept.rows().getFirst().coming()).isNull();
    assertThat(kept.rows().getFirst().later()).isNull();
    assertThat(kept.rows().getFirst().pastDue()).isZero();
  }

  @Test
  void theDayItIsDueDecidesWhereACustomerStands() {
    bought(1, 0, 11, 1);
    bought(1, 1, 10, 1);
    bought(1, 2, 3, 1);
    bought(1, 3, 2, 1);
    bought(1, 4, 30, 1);
    bought(1, 5, 31, 1);

    NeedsView.DueRow tea = view(ALL, 50).rows().getFirst();

    assertThat(tea.customers()).isEqualTo(6);
    assertThat(tea.pastDue()).as("due yesterday, and twenty days ago").isEqualTo(2);
    assertThat(tea.coming()).as("due today, and in seven days").isEqualTo(2);
    assertThat(tea.later()).as("due in eight days").isEqualTo(1);
    assertThat(tea.lapsed()).as("gone for more than three intervals").isEqualTo(1);
  }

  @Test
  void whatHasNoCategoryIsCountedAndNobodyIsNoCustomer() {
    bought(1, 0, 5, 1, 9);
    tally.add(new SoldLine(null, new UUID(2, 1), DAY, new UUID(0, 1), 1, BigDecimal.valueOf(5)));

    NeedsView view = view(ALL, 0);

    assertThat(view.rows()).isEmpty();
    assertThat(view.found()).isEqualTo(1);
    assertThat(tally.buyers()).isEqualTo(1);
    assertThat(view.about().leftOut())
        .extracting(About.Omission::code, About.Omission::count)
        .containsExactly(tuple("NO_CATEGORY", 3L));
  }

  @Test
  void whereNobodyBoughtAnythingThereIsNothing() {
    NeedsView view = view(GROUPS, 50);

    assertThat(view.regulars()).isZero();
    assertThat(view.found()).isZero();
    assertThat(view.reason()).isNull();
  }
}
