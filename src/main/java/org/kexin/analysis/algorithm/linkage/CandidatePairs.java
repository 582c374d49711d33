package org.kexin.analysis.algorithm.linkage;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;

/**
 * The pairs of rows that share a key, streamed: each once, however many keys it shares. A pair is
 * given by the first key that joins it and passed over at the later ones, so nothing is kept of the
 * pairs that were given. Immutable.
 */
public final class CandidatePairs {

  /** Name and version of the method. */
  public static final String METHOD = "blocking-union-of-keys/1";

  private static final int BETWEEN_LOOKS = 1 << 16;

  private final PairSpace space;
  private final List<BlockIndex> indexes;
  private final long mostPairsOfBlock;

  CandidatePairs(PairSpace space, List<BlockIndex> indexes, long mostPairsOfBlock) {
    this.space = space;
    this.indexes = List.copyOf(indexes);
    this.mostPairsOfBlock = mostPairsOfBlock;
  }

  /** How many rows there are, of both tables if there are two. */
  public int rows() {
    return space.rows();
  }

  /** How many pairs there would be without blocking. */
  public long possiblePairs() {
    return space.possiblePairs();
  }

  /** More pairs than this, and a block is left out. */
  public long mostPairsOfBlock() {
    return mostPairsOfBlock;
  }

  /** What each key does, in the order of the keys. */
  public List<KeySummary> keys() {
    return indexes.stream().map(BlockIndex::summary).toList();
  }

  PairSpace space() {
    return space;
  }

  /** As {@link #forEach(PairConsumer, DoubleConsumer)}, telling nobody how far it is. */
  public long forEach(PairConsumer consumer) {
    return forEach(consumer, done -> {});
  }

  /**
   * Gives all pairs.
   *
   * @param progress told 0 to 1 after each 65,536 pairs or so
   * @return how many pairs were given
   * @throws CancellationException if the thread is interrupted
   */
  public long forEach(PairConsumer consumer, DoubleConsumer progress) {
    Walk walk = new Walk(consumer, progress);
    for (int key = 0; key < indexes.size(); key++) {
      walk.through(key);
    }
    progress.accept(1);
    return walk.given;
  }

  private final class Walk {
    private final PairConsumer consumer;
    private final DoubleConsumer progress;
    private final double total;
    private long seen;
    private long looked;
    private long given;

    Walk(PairConsumer consumer, DoubleConsumer progress) {
      this.consumer = consumer;
      this.progress = progress;
      this.total = keys().stream().mapToDouble(KeySummary::pairs).sum();
    }

    void through(int key) {
      BlockIndex index = indexes.get(key);
      int[] rows = index.rows();
      for (int block = 0; block < index.blocks(); block++) {
        int start = index.start(block);
        int end = index.start(block + 1);
        if (index.isLeftOut(block)) {
          continue;
        }
        int lastLeft = space.twoTables() ? space.secondFrom(rows, start, end) : end;
        for (int i = start; i < lastLeft; i++) {
          int firstRight = space.twoTables() ? lastLeft : i + 1;
          give(key, rows, i, firstRight, end);
          look(end - firstRight);
        }
      }
    }

    private void give(int key, int[] rows, int left, int firstRight, int end) {
      for (int j = firstRight; j < end; j++) {
        if (!joinedBefore(key, rows[left], rows[j])) {
          given++;
          consumer.accept(rows[left], rows[j]);
        }
      }
    }

    private boolean joinedBefore(int key, int left, int right) {
      for (int earlier = 0; earlier < key; earlier++) {
        if (indexes.get(earlier).join(left, right)) {
          return true;
        }
      }
      return false;
    }

    private void look(int pairs) {
      seen += pairs;
      if (seen - looked < BETWEEN_LOOKS) {
        return;
      }
      looked = seen;
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("the comparison was interrupted");
      }
      progress.accept(seen / total);
    }
  }
}
