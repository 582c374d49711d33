package org.kexin.analysis.run;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.kexin.customer.PastFacts;
import org.kexin.shared.Clock;

/** Forgets runs past their time, and what they could be computed again from. */
@ApplicationScoped
class Forgetting {

  private static final int RUNS_AT_A_TIME = 100;
  private static final int FACTS_AT_A_TIME = 1_000;

  private final AnalysisRuns runs;
  private final PastFacts facts;
  private final RunConfig config;
  private final Clock clock;

  Forgetting(AnalysisRuns runs, PastFacts facts, RunConfig config, Clock clock) {
    this.runs = runs;
    this.facts = facts;
    this.config = config;
    this.clock = clock;
  }

  /** Every pod does; what one took away the next does not find. */
  @Scheduled(every = "1h", delayed = "3m")
  void sweep() {
    Instant before = clock.now().minus(config.kept());
    untilFewerThan(RUNS_AT_A_TIME, () -> runs.forget(before, RUNS_AT_A_TIME));
    untilFewerThan(FACTS_AT_A_TIME, () -> facts.forget(before, FACTS_AT_A_TIME));
  }

  /** Each time in a transaction of its own, so that none holds many rows. */
  private static void untilFewerThan(int full, LongSupplier forgotten) {
    while (forgotten.getAsLong() == full) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }
}
