package org.kexin.analysis.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kexin.access.Viewing;
import org.kexin.analysis.Answering;
import org.kexin.analysis.Asked;
import org.kexin.analysis.LongAnalysis;
import org.kexin.analysis.SmallGroups;
import org.kexin.shared.Clock;
import org.kexin.shared.Ids;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;

/** Background analyses of callers: each sees their own only, since a result was made for them. */
@ApplicationScoped
class AnalysisRunService {

  private final AnalysisRuns runs;
  private final Instance<LongAnalysis<?>> analyses;
  private final Answering answering;
  private final Viewing viewing;
  private final RunConfig config;
  private final Clock clock;
  private final Ids ids;

  AnalysisRunService(
      AnalysisRuns runs,
      Instance<LongAnalysis<?>> analyses,
      Answering answering,
      Viewing viewing,
      RunConfig config,
      Clock clock,
      Ids ids) {
    this.runs = runs;
    this.analyses = analyses;
    this.answering = answering;
    this.viewing = viewing;
    this.config = config;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Puts an analysis into the queue, about what is known now unless it asks for another moment.
   *
   * @throws ProblemException {@code parameter-invalid} if there is no such analysis or parameter,
   *     {@code not-ready} if the caller has too many runs that have not ended
   */
  @Transactional
  Receipt start(NewAnalysisRun wanted) {
    LongAnalysis<?> analysis = demand(wanted.analysis());
    if (wanted.hasTooMany()) {
      throw ProblemException.parameter("parameters", "Too many parameters.");
    }
    String user = viewing.caller().userId();
    if (runs.open(user) >= config.openPerCaller()) {
      throw new ProblemException(
          ProblemCode.NOT_READY,
          "You have %d runs that have not ended; wait for one, or cancel it."
              .formatted(config.openPerCaller()));
    }
    SmallGroups groups = answering.groups();
    SortedMap<String, String> parameters = new TreeMap<>(wanted.given());
    if (!parameters.containsKey("asOf")) {
      parameters.put("asOf", answering.present(groups).toString());
    }
    Asked asked = new Asked(parameters);
    analysis.question(asked);
    asked.demandNothingElse();
    AnalysisRun run =
        new AnalysisRun(
            ids.next(),
            analysis.name(),
            parameters,
            groups.individualsAllowed(),
            user,
            clock.now());
    runs.persist(run);
    return new Receipt(run.id(), null, 0);
  }

  @Transactional
  AnalysisRunView read(UUID id) {
    return own(id).view();
  }

  /** How far a run is, whosever it is: for who has read it before. Empty where there is none. */
  @Transactional
  Optional<AnalysisRunProgress> progress(UUID id) {
    return runs.findByIdOptional(id)
        .map(AnalysisRun::view)
        .map(view -> new AnalysisRunProgress(view.state(), view.progress()));
  }

  /**
   * The result as it was stored.
   *
   * @throws ProblemException {@code not-found} if it is not the caller's own, {@code not-ready} if
   *     there is no result
   */
  @Transactional
  String result(UUID id) {
    AnalysisRun run = own(id);
    if (run.individuals() && !answering.groups().individualsAllowed()) {
      // Whoever stated another purpose when it was started sees less now.
      throw new ProblemException(
          ProblemCode.FORBIDDEN, "Read it for the purpose for which it was started.");
    }
    String result = run.result();
    if (result == null) {
      throw new ProblemException(
          ProblemCode.NOT_READY,
          "There is no result: the run has not ended, or ended without one.");
    }
    return result;
  }

  @Transactional
  Page<AnalysisRunView> list(PageRequest page) {
    return Page.of(runs.list(viewing.caller().userId(), page), page, run -> run.id().toString())
        .map(AnalysisRun::view);
  }

  /** Stops a run; one that has ended stays as it is. */
  @Transactional
  Receipt cancel(UUID id) {
    own(id);
    AnalysisRun run = runs.lock(id).orElseThrow(AnalysisRunService::unknown);
    run.cancel(clock.now());
    return new Receipt(id, null, run.epoch());
  }

  private AnalysisRun own(UUID id) {
    return runs.findByIdOptional(id)
        .filter(run -> run.isRequestedBy(viewing.caller().userId()))
        .orElseThrow(AnalysisRunService::unknown);
  }

  private LongAnalysis<?> demand(String name) {
    return analyses.stream()
        .filter(analysis -> analysis.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.parameter(
                    "analysis",
                    "Use one of "
                        + analyses.stream()
                            .map(LongAnalysis::name)
                            .sorted()
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private static ProblemException unknown() {
    return new ProblemException(ProblemCode.NOT_FOUND, "You have no such run.");
  }
}
