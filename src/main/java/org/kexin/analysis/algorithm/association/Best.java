package org.kexin.analysis.algorithm.association;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first {@code limit} of many in a total order. Keeps up to twice as many and sorts when these
 * are reached: for most candidates one comparison with the worst kept decides.
 */
final class Best<T> {

  private final int limit;
  private final Comparator<? super T> bestFirst;
  private final List<T> kept = new ArrayList<>();
  private @Nullable T worst;
  private long offered;

  Best(int limit, Comparator<? super T> bestFirst) {
    this.limit = limit;
    this.bestFirst = bestFirst;
  }

  void offer(T candidate) {
    offered++;
    if (worst != null && bestFirst.compare(worst, candidate) <= 0) {
      return;
    }
    kept.add(candidate);
    if (kept.size() == 2 * limit) {
      shorten();
      worst = kept.getLast();
    }
  }

  /** All that were offered, kept or not. */
  long offered() {
    return offered;
  }

  /** What comes after this one is not kept; null as long as everything is. */
  @Nullable T worst() {
    return worst;
  }

  List<T> ranked() {
    shorten();
    return List.copyOf(kept);
  }

  private void shorten() {
    kept.sort(bestFirst);
    if (kept.size() > limit) {
      kept.subList(limit, kept.size()).clear();
    }
  }
}
