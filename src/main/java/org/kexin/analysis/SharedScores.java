package org.kexin.analysis;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.CustomerOrder;
import org.kexin.analysis.algorithm.RfmResult.CustomerScore;

/**
 * Scores of customers who cannot be told from at least k − 1 others by them: k-anonymity with
 * recency, frequency and monetary score as the quasi-identifier (P. Samarati and L. Sweeney,
 * Protecting Privacy when Disclosing Information: k-Anonymity and Its Enforcement through
 * Generalization and Suppression, 1998). Rare combinations are suppressed, none is generalised: a
 * score stays what the method says.
 *
 * <p>Needs one bit for each customer beside the scores, and the rows of one page. Not thread-safe.
 */
final class SharedScores {

  /** Three digits of 1 to 5. */
  private static final int COMBINATIONS = 556;

  private final List<CustomerScore<UUID>> scores;
  private final BitSet leftOut;

  /**
   * @param scores with random access, by customer ascending as {@link CustomerOrder#ofUuids} says
   */
  SharedScores(List<CustomerScore<UUID>> scores) {
    this.scores = scores;
    this.leftOut = new BitSet(scores.size());
  }

  /** One customer under a pseudonym. */
  record Row(Pseudonym pseudonym, CustomerScore<UUID> score) {}

  /**
   * Some rows, by pseudonym.
   *
   * @param leftOut customers who were left out beforehand, of all
   * @param unshared customers whose combination fewer than k share, of all
   */
  record Picked(List<Row> rows, long leftOut, long unshared) {}

  /** Leaves a customer out, who then hides nobody else either; one without scores is ignored. */
  void leaveOut(UUID customer) {
    int from = 0;
    int to = scores.size() - 1;
    while (from <= to) {
      int middle = (from + to) >>> 1;
      int order = CustomerOrder.ofUuids().compare(scores.get(middle).customer(), customer);
      if (order == 0) {
        leftOut.set(middle);
        return;
      } else if (order < 0) {
        from = middle + 1;
      } else {
        to = middle - 1;
      }
    }
  }

  /**
   * The first rows by pseudonym.
   *
   * @param smallestGroup k: customers who must share a combination
   * @param after only rows behind this pseudonym; null for all
   * @param limit rows at most
   */
  Picked pick(Pseudonyms pseudonyms, int smallestGroup, @Nullable Pseudonym after, int limit) {
    long[] sharing = sharing();
    // The last of those kept is at its head, to be dropped when a better one comes.
    PriorityQueue<Row> first = new PriorityQueue<>(Comparator.comparing(Row::pseudonym).reversed());
    long unshared = 0;
    for (int i = leftOut.nextClearBit(0); i < scores.size(); i = leftOut.nextClearBit(i + 1)) {
      CustomerScore<UUID> score = scores.get(i);
      if (sharing[score.rfmScore()] < smallestGroup) {
        unshared++;
        continue;
      }
      Pseudonym pseudonym = pseudonyms.of(score.customer());
      if (after == null || pseudonym.compareTo(after) > 0) {
        first.add(new Row(pseudonym, score));
        if (first.size() > limit) {
          first.remove();
        }
      }
    }
    return new Picked(
        first.stream().sorted(Comparator.comparing(Row::pseudonym)).toList(),
        leftOut.cardinality(),
        unshared);
  }

  private long[] sharing() {
    long[] sharing = new long[COMBINATIONS];
    for (int i = leftOut.nextClearBit(0); i < scores.size(); i = leftOut.nextClearBit(i + 1)) {
      sharing[scores.get(i).rfmScore()]++;
    }
    return sharing;
  }
}
