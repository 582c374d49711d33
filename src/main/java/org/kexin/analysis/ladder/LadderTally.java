package org.kexin.analysis.ladder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.kexin.lifecycle.LifeCycleStage;
import org.kexin.lifecycle.LifeCycleStory;

/**
 * Counts where customers stood at a moment, and how they moved before it. Memory grows with the
 * stages only. Not thread-safe.
 */
final class LadderTally {

  private final MoveWindow window;
  private final Instant moment;
  private final ZoneId zone;
  private final Map<LifeCycleStage, Long> standing = new EnumMap<>(LifeCycleStage.class);
  private final Map<Step, Count> steps = new HashMap<>();
  private long customers;
  private @Nullable Instant newest;

  /**
   * @param moment what came after it does not count
   * @param zone in which a moment becomes a calendar day
   */
  LadderTally(MoveWindow window, Instant moment, ZoneId zone) {
    this.window = window;
    this.moment = moment;
    this.zone = zone;
  }

  /** From one stage to another. */
  record Step(LifeCycleStage from, LifeCycleStage to) {}

  /** Moves, and the customers who made them. */
  static final class Count {
    private long moves;
    private long customers;

    long moves() {
      return moves;
    }

    long customers() {
      return customers;
    }
  }

  /**
   * @throws CancellationException if the thread was interrupted
   */
  void add(LifeCycleStory story) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("given up");
    }
    LifeCycleStage stage = story.stage();
    Instant known = story.since();
    if (!story.moves().isEmpty()) {
      // Who moved for the first time after the moment may not have been known then.
      known = story.moves().getFirst().at();
    }
    if (known.isAfter(moment)) {
      return;
    }
    Set<Step> made = new HashSet<>();
    for (LifeCycleStory.Move move : story.moves()) {
      if (move.at().isAfter(moment)) {
        stage = move.from();
        break;
      }
      known = move.at();
      count(move, made);
    }
    customers++;
    standing.merge(stage, 1L, Long::sum);
    newest = newest == null || known.isAfter(newest) ? known : newest;
  }

  private void count(LifeCycleStory.Move move, Set<Step> made) {
    if (window.contains(LocalDate.ofInstant(move.at(), zone))) {
      Step step = new Step(move.from(), move.to());
      Count count = steps.computeIfAbsent(step, unseen -> new Count());
      count.moves++;
      count.customers += made.add(step) ? 1 : 0;
    }
  }

  /** Customers who stood there. */
  long on(LifeCycleStage stage) {
    return standing.getOrDefault(stage, 0L);
  }

  Map<Step, Count> steps() {
    return Map.copyOf(steps);
  }

  /** All customers who stood somewhere. */
  long customers() {
    return customers;
  }

  /** When the newest fact that counts happened; null where there is none. */
  @Nullable Instant newest() {
    return newest;
  }
}
