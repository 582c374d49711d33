package org.kexin.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where a customer stands, and how they came there.
 *
 * @param since when they came to stand there, or were first heard of
 * @param moves the first one first
 */
public record LifeCycleStory(UUID customer, LifeCycleStage stage, Instant since, List<Move> moves) {

  /** Copies the moves. */
  public LifeCycleStory {
    moves = List.copyOf(moves);
  }

  /** That the customer came to stand elsewhere. */
  public record Move(Instant at, LifeCycleStage from, LifeCycleStage to) {}
}
