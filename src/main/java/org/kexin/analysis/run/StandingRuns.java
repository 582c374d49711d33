package org.kexin.analysis.run;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.kexin.analysis.LongAnalysis;
import org.kexin.shared.Clock;
import org.kexin.shared.Ids;

/**
 * Has standing analyses run anew, and gives their latest results: the models that single customers
 * are compared with. Two pods that look in the same moment may both start a run; the results agree,
 * and the later one counts.
 */
@ApplicationScoped
public class StandingRuns {

  /** No user of an identity provider has this id. */
  private static final String SERVICE = "kexin";

  private final AnalysisRuns runs;
  private final Instance<LongAnalysis<?>> analyses;
  private final RunConfig config;
  private final Clock clock;
  private final Ids ids;

  StandingRuns(
      AnalysisRuns runs,
      Instance<LongAnalysis<?>> analyses,
      RunConfig config,
      Clock clock,
      Ids ids) {
    this.runs = runs;
    this.analyses = analyses;
    this.config = config;
    this.clock = clock;
    this.ids = ids;
  }

  /** The run with the latest result of a standing analysis; empty until there is one. */
  @Transactional
  Optional<UUID> latest(String analysis) {
    return runs.latestResult(SERVICE, analysis);
  }

  /**
   * What an analysis answered: some megabytes, not to be read when it is known already. Empty where
   * the run was forgotten meanwhile.
   */
  @Transactional
  Optional<String> result(UUID run) {
    return runs.findByIdOptional(run).flatMap(it -> Optional.ofNullable(it.result()));
  }

  /** Starts those whose last run began too long ago. */
  @Scheduled(every = "${kexin.analysis.runs.look-every:1m}", delayed = "5s")
  @Transactional
  void look() {
    Instant due = clock.now().minus(config.standingEvery());
    analyses.stream()
        .filter(LongAnalysis::isStanding)
        .filter(analysis -> runs.begunSince(SERVICE, analysis.name(), due) == 0)
        .forEach(this::start);
  }

  private void start(LongAnalysis<?> analysis) {
    TreeMap<String, String> parameters = new TreeMap<>();
    parameters.put("asOf", clock.now().toString());
    runs.persist(
        new AnalysisRun(ids.next(), analysis.name(), parameters, true, SERVICE, clock.now()));
  }
}
