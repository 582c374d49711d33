package org.kexin.analysis.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.kexin.shared.Clock;
import org.kexin.shared.ProblemException;

/**
 * What a worker does to its run, each in a transaction of its own. Leases are measured by the
 * clocks of the pods: were one late, a run would be computed twice, with the same result.
 */
@ApplicationScoped
class RunClaims {

  private final AnalysisRuns runs;
  private final RunConfig config;
  private final Clock clock;

  RunClaims(AnalysisRuns runs, RunConfig config, Clock clock) {
    this.runs = runs;
    this.config = config;
    this.clock = clock;
  }

  /** A run that this worker owns in an epoch. */
  record Claim(
      UUID run,
      int epoch,
      String analysis,
      SortedMap<String, String> parameters,
      boolean individuals) {}

  /** Takes the oldest run that waits, or whose worker was not heard of for a lease. */
  @Transactional
  Optional<Claim> next() {
    return runs.nextFree(clock.now())
        .map(
            run -> {
              run.takeUp(clock.now().plus(config.lease()));
              return new Claim(
                  run.id(), run.epoch(), run.analysis(), run.parameters(), run.individuals());
            });
  }

  /** Notes how far it is; false if it was cancelled or lost. */
  @Transactional
  boolean advance(Claim claim, double progress) {
    Optional<AnalysisRun> run = held(claim);
    run.ifPresent(it -> it.advance(progress, clock.now().plus(config.lease())));
    return run.isPresent();
  }

  @Transactional
  void complete(Claim claim, String result) {
    held(claim).ifPresent(run -> run.complete(result, clock.now()));
  }

  @Transactional
  void refuse(Claim claim, ProblemException problem) {
    held(claim)
        .ifPresent(
            run ->
                run.refuse(
                    problem.code().code(), String.valueOf(problem.getMessage()), clock.now()));
  }

  @Transactional
  void fail(Claim claim, Duration pause) {
    held(claim).ifPresent(run -> run.fail(clock.now().plus(pause), clock.now()));
  }

  @Transactional
  void release(Claim claim) {
    held(claim).ifPresent(run -> run.release(clock.now()));
  }

  private Optional<AnalysisRun> held(Claim claim) {
    return runs.lock(claim.run()).filter(run -> run.isOwnedIn(claim.epoch()));
  }
}
