package org.kexin.analysis.algorithm.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.satisfaction.LoyaltyPolicy.Component;

/** Row D13: the index of one customer, by hand. */
class LoyaltyIndexTest {

  private static final LoyaltyPolicy POLICY = LoyaltyPolicy.standard();
  private static final LocalDate REFERENCE = LocalDate.of(2025, 4, 30);

  /** Every 30 days from 1 January: 3/4 · 30 + 4/4 · 25 + 15 + .9 · 20 + 1/3 · 10. */
  @Example
  void everyComponentContributesItsWeight() {
    LoyaltyIndex index = of(List.of(day(1, 1), day(1, 31), day(3, 2), day(4, 1), day(4, 1)), 9, 1L);
    assertThat(index.coverage()).isEqualTo(1);
    // January twice, March and April: three of four months.
    assertThat(index.parts())
        .extracting(part -> part.contribution().orElseThrow())
        .usingComparatorForType(
            (a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b), Double.class)
        .containsExactly(22.5, 18.75, 15.0, 18.0, 10 / 3.0);
    assertThat(index.value().orElseThrow()).isCloseTo(77.583333, within(1e-6));
    assertThat(index.policyVersion()).isEqualTo("loyalty-standard/1");
    assertThat(index.parts().getFirst().reason().detail())
        .isEqualTo("3 of 4 purchase days were repeat purchases.");
  }

  @Example
  void whatIsNotKnownGivesItsWeightToTheOthersAndSaysSo() {
    LoyaltyIndex index = of(List.of(day(1, 1), day(3, 2)), null, null);
    assertThat(index.coverage()).isCloseTo(.55, within(1e-12));
    // 1/2 · 30/55 + 2/4 · 25/55
    assertThat(index.value().orElseThrow()).isCloseTo(50, within(1e-9));
    assertThat(index.parts())
        .extracting(part -> part.reason().code())
        .containsExactly(
            "REPEAT_RATE",
            "ACTIVE_MONTHS",
            "TOO_FEW_INTERVALS",
            "NO_RECOMMENDATION",
            "REFERRALS_UNKNOWN");
    assertThat(index.parts().getLast().contribution().value()).isNull();
  }

  @Example
  void tooLittleKnowledgeGivesNoIndex() {
    LoyaltyIndex nothing = of(List.of(), null, null);
    assertThat(nothing.value().reason()).isEqualTo(LoyaltyIndex.TOO_LITTLE_KNOWN);
    assertThat(nothing.coverage()).isZero();
    LoyaltyIndex recent = of(List.of(day(4, 2)), 10, null);
    assertThat(recent.coverage()).isCloseTo(.5, within(1e-12));
    assertThat(recent.value().orElseThrow()).isCloseTo(40, within(1e-9));
  }

  @Example
  void purchasesAfterTheReferenceAndAnswersOffTheScaleAreNotSeen() {
    LoyaltyIndex index = of(List.of(day(5, 1)), 11, null);
    assertThat(index.parts()).extracting(part -> part.score().value()).containsOnlyNulls();
  }

  @Example
  void anImpossiblePolicyOrImpossibleFactsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LoyaltyPolicy("v", Map.of(Component.REFERRALS, 0.0), 1, 1, .5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LoyaltyPolicy("v", Map.of(), 1, 1, .5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LoyaltyFacts(1, 1, 2, null, null, null));
  }

  @Property(tries = 200)
  void theIndexStaysOnItsScaleAndItsPartsAddUp(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 3_000) Integer> daysAgo,
      @ForAll @IntRange(min = -1, max = 12) int answer,
      @ForAll @IntRange(min = 0, max = 9) int referrals) {
    LoyaltyIndex index =
        of(
            daysAgo.stream().map(days -> REFERENCE.minusDays(days)).toList(),
            answer,
            (long) referrals);
    Double value = index.value().value();
    assertThat(value == null).isEqualTo(index.coverage() < .5);
    if (value != null) {
      double sum =
          index.parts().stream()
              .map(part -> part.contribution().value())
              .mapToDouble(points -> points == null ? 0 : points)
              .sum();
      assertThat(value).isBetween(0.0, 100.0).isCloseTo(sum, within(1e-9));
    }
  }

  private static LoyaltyIndex of(
      List<LocalDate> purchases, @Nullable Integer answer, @Nullable Long referrals) {
    return LoyaltyIndex.of(LoyaltyFacts.of(purchases, REFERENCE, answer, referrals), POLICY);
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2025, month, day);
  }
}
