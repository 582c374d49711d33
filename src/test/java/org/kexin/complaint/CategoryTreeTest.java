package org.kexin.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.complaint.CategoryTree.Cycle;
import org.kexin.complaint.CategoryTree.NoSuchParent;
import org.kexin.complaint.CategoryTree.Placed;
import org.kexin.complaint.CategoryTree.TooDeep;

/** A chain of three below a top: 1 - 2 - 3, and 4 alone. */
class CategoryTreeTest {

  private final CategoryTree tree = new CategoryTree(parents());

  @Test
  void levelsAreCountedFromTheTop() {
    assertThat(tree.level(id(1))).isEqualTo(1);
    assertThat(tree.level(id(3))).isEqualTo(3);
    assertThat(tree.level(id(9))).isZero();
    assertThat(tree.below(id(2))).containsExactlyInAnyOrder(id(2), id(3));
  }

  @Test
  void aFourthLevelFitsAndAFifthDoesNot() {
    assertThat(tree.place(id(9), id(3))).isEqualTo(new Placed());
    Map<UUID, @Nullable UUID> deeper = parents();
    deeper.put(id(9), id(3));
    assertThat(new CategoryTree(deeper).place(id(10), id(9))).isEqualTo(new TooDeep());
  }

  @Test
  void whatStandsBelowMovesAlongAndMustFit() {
    assertThat(tree.place(id(1), id(4))).as("1 - 2 - 3 below 4").isEqualTo(new Placed());
    Map<UUID, @Nullable UUID> deeper = parents();
    deeper.put(id(5), id(4));
    assertThat(new CategoryTree(deeper).place(id(1), id(5))).isEqualTo(new TooDeep());
    assertThat(new CategoryTree(deeper).place(id(2), id(5))).isEqualTo(new Placed());
  }

  @Test
  void nothingStandsBelowItself() {
    assertThat(tree.place(id(1), id(1))).isEqualTo(new Cycle());
    assertThat(tree.place(id(1), id(3))).isEqualTo(new Cycle());
    assertThat(tree.place(id(3), id(1))).isEqualTo(new Placed());
    assertThat(tree.place(id(3), null)).isEqualTo(new Placed());
  }

  @Test
  void whatStandsAboveMustExist() {
    assertThat(tree.place(id(1), id(9))).isEqualTo(new NoSuchParent());
  }

  private static Map<UUID, @Nullable UUID> parents() {
    Map<UUID, @Nullable UUID> parents = new HashMap<>();
    parents.put(id(1), null);
    parents.put(id(2), id(1));
    parents.put(id(3), id(2));
    parents.put(id(4), null);
    return parents;
  }

  private static UUID id(long number) {
    return new UUID(0, number);
  }
}
