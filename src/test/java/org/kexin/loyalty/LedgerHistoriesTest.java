package org.kexin.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

/** Random histories of an account, and what the rules make of them, against point by point. */
class LedgerHistoriesTest {

  private static final Map<String, Integer> HAPPENED = new HashMap<>();

  @Property(tries = 10_000)
  void theLedgerIsWhatEverySinglePointDid(
      @ForAll("steps") List<Histories.Step> steps,
      @ForAll SpentPointsRule spent,
      @ForAll @IntRange(max = 20) int pendingDays) {
    ProgrammeTerms terms = Histories.terms(spent, pendingDays);

    Histories.run(steps, terms, new BookInMemory(terms))
        .forEach((what, times) -> HAPPENED.merge(what, times, Integer::sum));
  }

  /** Or nothing was tested. */
  @AfterContainer
  static void everythingHappenedOften() {
    assertThat(HAPPENED.keySet())
        .contains("order", "return", "spending", "refusal", "roll-back", "adjustment", "job")
        .contains("PENDING", "AVAILABLE", "OWED", "SPENT", "EXPIRED", "REVERSED", "FORGIVEN")
        .contains("ADJUSTED", "FORFEITED", "ISSUED");
    assertThat(HAPPENED.values()).allSatisfy(times -> assertThat(times).isGreaterThan(100));
  }

  @Provide
  Arbitrary<List<Histories.Step>> steps() {
    return Combinators.combine(upTo(99), upTo(1_000_000), upTo(1_000_000))
        .as(Histories.Step::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(40);
  }

  /** All alike, for small numbers are nothing special here. */
  private static Arbitrary<Integer> upTo(int greatest) {
    return Arbitraries.integers()
        .between(0, greatest)
        .withDistribution(RandomDistribution.uniform())
        .withoutEdgeCases();
  }
}
