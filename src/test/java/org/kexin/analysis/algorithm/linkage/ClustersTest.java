package org.kexin.analysis.algorithm.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.kexin.analysis.algorithm.linkage.Clusters.Cluster;
import org.kexin.analysis.algorithm.linkage.Clusters.Link;

/** Section B11: clusters by connected components, with what a reviewer needs. */
class ClustersTest {

  private static final int ROWS = 9;

  @Example
  void twoGroupsHeldTogetherByOneWeakLinkShowIt() {
    Clusters clusters =
        Clusters.of(
            8,
            List.of(
                new Link(5, 6, 9),
                new Link(0, 1, 10),
                new Link(1, 2, 8),
                new Link(0, 2, 1),
                new Link(2, 3, 2),
                new Link(3, 4, 7)));
    assertThat(clusters.clusters())
        .containsExactly(
            new Cluster(List.of(0, 1, 2, 3, 4), 5, new Link(2, 3, 2), .5),
            new Cluster(List.of(5, 6), 1, new Link(5, 6, 9), 1));
    // 0-2 is weaker than 2-3, but without it everything still hangs together.
    assertThat(clusters.clusters().getFirst().size()).isEqualTo(5);
    assertThat(clusters.rows()).isEqualTo(8);
  }

  @Example
  void withoutLinksThereAreNoClusters() {
    assertThat(Clusters.of(0, List.of()).clusters()).isEmpty();
    assertThat(Clusters.of(5, List.of()).clusters()).isEmpty();
  }

  @Example
  void illegalLinksAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Link(1, 1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Link(-1, 1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Link(0, 1, Double.NaN));
    List<Link> links = List.of(new Link(0, 5, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Clusters.of(5, links));
  }

  @Property(tries = 300)
  void clustersAreWhatCanBeReachedAndTheWeakestLinkIsWhereTheyBreak(
      @ForAll("links") List<Link> links, @ForAll long seed) {
    Clusters clusters = Clusters.of(ROWS, links);
    boolean[][] reached = reached(links);
    List<Integer> clustered = new ArrayList<>();
    for (Cluster cluster : clusters.clusters()) {
      clustered.addAll(cluster.rows());
      int first = cluster.rows().getFirst();
      assertThat(cluster.rows()).isSorted();
      for (int row = 0; row < ROWS; row++) {
        assertThat(cluster.rows().contains(row)).isEqualTo(row == first || reached[first][row]);
      }
      double weakest = cluster.weakest().weight();
      List<Link> stronger = links.stream().filter(link -> link.weight() > weakest).toList();
      List<Link> noWeaker = links.stream().filter(link -> link.weight() >= weakest).toList();
      assertThat(reached(stronger)[cluster.weakest().left()][cluster.weakest().right()]).isFalse();
      assertThat(reached(noWeaker)[first][cluster.rows().getLast()]).isTrue();
    }
    assertThat(clustered).doesNotHaveDuplicates();
    List<Link> shuffled = new ArrayList<>(links);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(Clusters.of(ROWS, shuffled)).isEqualTo(clusters);
  }

  /** Floyd and Warshall. */
  private static boolean[][] reached(List<Link> links) {
    boolean[][] reached = new boolean[ROWS][ROWS];
    for (Link link : links) {
      reached[link.left()][link.right()] = true;
      reached[link.right()][link.left()] = true;
    }
    for (int k = 0; k < ROWS; k++) {
      for (int i = 0; i < ROWS; i++) {
        for (int j = 0; j < ROWS; j++) {
          reached[i][j] |= reached[i][k] && reached[k][j];
        }
      }
    }
    return reached;
  }

  @Provide
  Arbitrary<List<Link>> links() {
    Arbitrary<Integer> row = Arbitraries.integers().between(0, ROWS - 1);
    return Combinators.combine(row, row, Arbitraries.integers().between(0, 5))
        .filter((left, right, weight) -> !left.equals(right))
        .as((left, right, weight) -> new Link(left, right, weight))
        .list()
        .ofMaxSize(12);
  }
}
