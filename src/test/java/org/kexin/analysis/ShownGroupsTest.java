package org.kexin.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Groups that customers may be in several of. */
class ShownGroupsTest {

  private static final int K = 5;
  private static final SmallGroups FIVE = new SmallGroups(false, K);

  @Example
  void aGroupThatNearlyAllAreInIsSmallToo() {
    // Of twenty, eighteen buy online: two do not.
    assertThat(ShownGroups.ofWhole(List.of(18L, 9L, 6L), 20, FIVE))
        .containsExactly(false, true, false);
    assertThat(ShownGroups.ofWhole(List.of(15L, 9L, 6L), 20, FIVE))
        .containsExactly(true, true, true);
    assertThat(ShownGroups.ofWhole(List.of(20L, 0L), 20, FIVE)).containsExactly(true, true);
    assertThat(ShownGroups.ofWhole(List.of(18L, 2L), 20, new SmallGroups(true, K)))
        .containsExactly(true, true);
  }

  /** What is held back together, which the whole less what is shown tells, is not of few. */
  @Property(tries = 500)
  void neitherAGroupNorTheRestOfTheWholeTellsOfFew(
      @ForAll @Size(min = 1, max = 5)
          List<@Size(max = 25) Set<@IntRange(min = 1, max = 30) Integer>> buyers) {
    Set<Integer> all = new HashSet<>();
    buyers.forEach(all::addAll);

    List<Boolean> shown =
        ShownGroups.ofWhole(
            buyers.stream().map(group -> (long) group.size()).toList(), all.size(), FIVE);

    Set<Integer> held = new HashSet<>();
    IntStream.range(0, shown.size())
        .filter(i -> !shown.get(i))
        .forEach(i -> held.addAll(buyers.get(i)));
    IntStream.range(0, shown.size())
        .filter(shown::get)
        .map(i -> buyers.get(i).size())
        .filter(size -> size > 0)
        .forEach(
            size -> {
              assertThat(size).isGreaterThanOrEqualTo(K);
              assertThat(all.size() - size).matches(it -> it == 0 || it >= K);
            });
    // Where all are held back, what is held back is the whole, which is shown or not by itself.
    assertThat(held).matches(it -> it.isEmpty() || it.size() >= K || it.size() == all.size());
  }
}
