package org.kexin.analysis.algorithm.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kexin.analysis.algorithm.association.BasketOwners.Choice;

/** One basket of nobody, two of the first customer, one of the second, two of the third. */
class BasketOwnersTest {

  private static final BasketSet<String> BASKETS =
      BasketSet.of(
          List.of(
              List.of("a", "b"),
              List.of("a", "b"),
              List.of("a", "b", "c"),
              List.of("a"),
              List.of("b"),
              List.of("a", "c")),
          Comparator.naturalOrder());
  private static final BasketOwners<String> OWNERS =
      new BasketOwners<>(BASKETS, new int[] {BasketOwners.NOBODY, 0, 0, 1, 2, 2});

  private static int count(List<String> with, List<String> lacking) {
    return OWNERS.count(List.of(new Choice<>(with, lacking)))[0];
  }

  @Test
  void anOwnerOfSeveralBasketsCountsOnceAndNobodyNever() {
    assertThat(OWNERS.count()).isEqualTo(3);
    assertThat(count(List.of("a", "b"), List.of())).isEqualTo(1);
    assertThat(count(List.of("a"), List.of())).isEqualTo(3);
  }

  @Test
  void lackingCountsWhoHadABasketWithoutAllOfThem() {
    assertThat(count(List.of("a"), List.of("b"))).isEqualTo(2);
    assertThat(count(List.of("a"), List.of("b", "c"))).isEqualTo(3);
  }

  @Test
  void anItemOfNoBasketHasNoOwner() {
    assertThat(count(List.of("z"), List.of())).isZero();
    assertThat(count(List.of("a", "z"), List.of())).isZero();
    assertThat(count(List.of("a"), List.of("z"))).isEqualTo(3);
  }

  @Test
  void manyChoicesAreCountedInTheirOrder() {
    assertThat(
            OWNERS.count(
                List.of(
                    new Choice<>(List.of("c"), List.of()),
                    new Choice<>(List.of("b"), List.of()),
                    new Choice<>(List.of("b", "c"), List.of()))))
        .containsExactly(2, 2, 1);
  }

  @Test
  void eachBasketNeedsItsOwner() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BasketOwners<>(BASKETS, new int[] {1}));
  }
}
