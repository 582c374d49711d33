package org.kexin.analysis.algorithm.association;

import java.util.Arrays;
import java.util.List;
import org.kexin.analysis.algorithm.association.ItemsetParameters.Kind;

/**
 * The tree of itemsets, walked depth first: a set grows by items of lower rank (in more baskets)
 * than the one it grew by last, lowest first. So each set is reached once, and after all its
 * subsets: what was found when a search is stopped holds all subsets of each of its sets.
 *
 * <p>Closed sets are reached once each as in LCM (Uno, Kiyomi &amp; Arimura 2004, LCM ver. 2,
 * FIMI): items in every basket of a set join it at once, and a branch whose set is always
 * accompanied by an item of a higher rank than it grew by is left, since that set belongs to
 * another branch. The minimum count rises to that of the worst set kept when there are more than
 * asked for (Han, Wang, Lu &amp; Tzvetkov 2002, Mining top-k frequent closed patterns, ICDM).
 */
final class ItemsetSearch {

  private static final int STEPS_OF_A_SET = 64;

  private final RankedBaskets baskets;
  private final Kind kind;
  private final int maximumLength;
  private final int maximumSets;
  private final Brake brake;
  private final Best<FoundSet> found;
  private final int[] path;
  private final boolean[] onPath;

  private int length;
  private int minimumCount;
  private boolean longerExist;
  private boolean moreMaximalExist;

  ItemsetSearch(
      RankedBaskets baskets, ItemsetParameters parameters, int minimumCount, Brake brake) {
    this.baskets = baskets;
    this.kind = parameters.kind();
    this.maximumLength = parameters.maximumLength();
    this.maximumSets = parameters.maximumSets();
    this.minimumCount = minimumCount;
    this.brake = brake;
    this.found = new Best<>(maximumSets, FoundSet.MOST_FREQUENT_FIRST);
    this.path = new int[baskets.items()];
    this.onPath = new boolean[baskets.items()];
  }

  int length() {
    return length;
  }

  /** It may rise while the search goes on. */
  int minimumCount() {
    return minimumCount;
  }

  boolean isOver() {
    return moreMaximalExist || brake.isPulled();
  }

  void spend(long work) {
    brake.isPulledAfter(work);
  }

  boolean isOnPath(int rank) {
    return onPath[rank];
  }

  /** Whether sets need the counts of items other than those they may grow by. */
  boolean looksBack() {
    return kind != Kind.FREQUENT;
  }

  void push(int rank) {
    brake.isPulledAfter(STEPS_OF_A_SET);
    path[length++] = rank;
    onPath[rank] = true;
  }

  void popTo(int shorter) {
    while (length > shorter) {
      onPath[path[--length]] = false;
    }
  }

  /** Whether the set on the path can be given without knowing the items beside it. */
  boolean needsNoNeighbours() {
    return kind == Kind.FREQUENT && length == maximumLength && longerExist;
  }

  /**
   * Gives the set on the path, and lets it grow by what is always beside it.
   *
   * @param count baskets of the set
   * @param beside items frequent among them
   * @param last the rank the set grew by last
   * @return whether it is to grow on
   */
  boolean visit(int count, LocalItems beside, int last) {
    if (looksBack() && !close(count, beside, last)) {
      return false;
    }
    if (length > maximumLength) {
      longerExist = true;
      return false;
    }
    boolean extensible = false;
    boolean growing = false;
    for (int i = 0; i < beside.size(); i++) {
      boolean apart = !onPath[beside.rank(i)];
      extensible |= apart;
      growing |= apart && beside.rank(i) < last;
    }
    if (kind != Kind.MAXIMAL || !extensible) {
      give(count);
    }
    if (growing && length == maximumLength) {
      longerExist = true;
      return false;
    }
    return growing && worthGrowing(count);
  }

  private boolean close(int count, LocalItems beside, int last) {
    for (int i = beside.size() - 1; i >= 0 && beside.rank(i) > last; i--) {
      if (beside.count(i) == count && !onPath[beside.rank(i)]) {
        return false;
      }
    }
    for (int i = 0; i < beside.size(); i++) {
      if (beside.count(i) == count && !onPath[beside.rank(i)]) {
        push(beside.rank(i));
      }
    }
    return true;
  }

  void give(int count) {
    FoundSet worst = found.worst();
    if (length == 0
        || (worst != null
            && (count < worst.count() || (count == worst.count() && length > worst.length())))) {
      return;
    }
    if (kind == Kind.MAXIMAL && found.offered() == maximumSets) {
      moreMaximalExist = true;
      return;
    }
    int[] items = new int[length];
    for (int i = 0; i < length; i++) {
      items[i] = baskets.item(path[i]);
    }
    Arrays.sort(items);
    found.offer(new FoundSet(items, count));
    FoundSet nowWorst = found.worst();
    if (nowWorst != null && kind != Kind.MAXIMAL) {
      minimumCount = Math.max(minimumCount, nowWorst.count());
    }
  }

  /** Sets that grow have no higher count and are longer: after the worst kept, all are in vain. */
  private boolean worthGrowing(int count) {
    FoundSet worst = found.worst();
    return worst == null
        || count > worst.count()
        || (count == worst.count() && length < worst.length());
  }

  FoundSets result(int minimumCountAskedFor) {
    List<FoundSet> ranked = found.ranked();
    boolean more = kind == Kind.MAXIMAL ? moreMaximalExist : found.offered() > maximumSets;
    boolean nothingPromised = brake.isPulled() || (more && kind == Kind.MAXIMAL);
    return new FoundSets(
        ranked,
        nothingPromised ? null : more ? ranked.getLast().count() + 1 : minimumCountAskedFor,
        new FoundSets.Cuts(more, longerExist, brake.isPulled()));
  }
}
