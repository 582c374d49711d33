package org.kexin.analysis.algorithm.association;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Baskets without their infrequent items, the others renamed by rank: 0 is the item in most
 * baskets, ties by item. Ranks ascend within a basket; baskets left empty are dropped.
 */
final class RankedBaskets {

  private final int[] itemOfRank;
  private final int[] starts;
  private final int[] ranks;

  RankedBaskets(BasketSet<?> set, int minimumCount) {
    int[] counts = set.counts();
    itemOfRank =
        IntStream.range(0, counts.length)
            .filter(item -> counts[item] >= minimumCount)
            .boxed()
            .sorted(Comparator.comparingInt((Integer item) -> counts[item]).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    int[] rankOfItem = new int[counts.length];
    Arrays.fill(rankOfItem, -1);
    int size = 0;
    for (int rank = 0; rank < itemOfRank.length; rank++) {
      rankOfItem[itemOfRank[rank]] = rank;
      size += counts[itemOfRank[rank]];
    }
    ranks = new int[size];
    starts = fill(set, rankOfItem);
  }

  private int[] fill(BasketSet<?> set, int[] rankOfItem) {
    int[] bounds = new int[set.baskets() + 1];
    int rows = 0;
    int end = 0;
    for (int basket = 0; basket < set.baskets(); basket++) {
      for (int place = set.start(basket); place < set.start(basket + 1); place++) {
        int rank = rankOfItem[set.cell(place)];
        if (rank >= 0) {
          ranks[end++] = rank;
        }
      }
      if (end > bounds[rows]) {
        Arrays.sort(ranks, bounds[rows], end);
        bounds[++rows] = end;
      }
    }
    return Arrays.copyOf(bounds, rows + 1);
  }

  int rows() {
    return starts.length - 1;
  }

  /** Number of frequent items. */
  int items() {
    return itemOfRank.length;
  }

  int item(int rank) {
    return itemOfRank[rank];
  }

  int start(int row) {
    return starts[row];
  }

  int rank(int place) {
    return ranks[place];
  }
}
