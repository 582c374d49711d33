package org.kexin.analysis;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.kexin.access.Caller;
import org.kexin.access.Roles;
import org.kexin.access.Viewing;
import org.kexin.encryption.DataKeys;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Hashes;
import org.kexin.shared.Ids;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;

/**
 * Starting and ending projects, and who may have their pseudonyms. The end destroys the data key of
 * the project in the transaction that says so: what analysts kept is about nobody from then on,
 * also for whoever has the database and an older backup of the projects.
 */
@ApplicationScoped
class AnalysisProjectService {

  private static final Logger LOG = Logger.getLogger(AnalysisProjectService.class);
  private static final int MAX_YEARS = 1;
  private static final int ENDED_AT_ONCE = 100;

  private final AnalysisProjects projects;
  private final DataKeys keys;
  private final AnalysisConfig config;
  private final Viewing viewing;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  AnalysisProjectService(
      AnalysisProjects projects,
      DataKeys keys,
      AnalysisConfig config,
      Viewing viewing,
      Violations violations,
      Ids ids,
      Clock clock) {
    this.projects = projects;
    this.keys = keys;
    this.config = config;
    this.viewing = viewing;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Starts a project, with a key of its own.
   *
   * @throws ProblemException {@code validation-failed} if it would have ended before today, or end
   *     more than a year from now
   */
  @Transactional
  Receipt start(NewAnalysisProject document) {
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    LocalDate endsOn = document.endsOn();
    if (endsOn != null && !isWithinReach(endsOn)) {
      problems.add(
          new FieldProblem("/endsOn", "out-of-range", "endsOn is today to a year from now."));
    }
    ProblemException.demandNone(problems);
    UUID id = ids.next();
    AnalysisProject project =
        new AnalysisProject(
            id,
            document,
            keys.create(id),
            Hashes.freshKey(),
            clock.now(),
            viewing.caller().userId());
    projects.persistAndFlush(project);
    return new Receipt(id, null, project.version());
  }

  /**
   * Ends a project and destroys its key.
   *
   * @throws ProblemException {@code not-found} if there is none, {@code not-ready} if it was ended
   *     before
   */
  @Transactional
  Receipt end(UUID id) {
    AnalysisProject project = projects.findForUpdate(id).orElseThrow(ProblemException::notFound);
    project.end(clock.now(), viewing.caller().userId());
    projects.flush();
    keys.destroy(id);
    return new Receipt(id, null, project.version());
  }

  /** All projects for the privacy officer, for others those that they take part in. */
  @Transactional
  Page<AnalysisProjectView> list(PageRequest page) {
    Caller caller = viewing.caller();
    boolean all = caller.roles().contains(Roles.PRIVACY_OFFICER);
    LocalDate today = today();
    return Page.of(
        (all ? projects.list(page) : projects.listOf(caller.userId(), page))
            .stream().map(project -> project.view(today, all)).toList(),
        page,
        last -> last.id().toString());
  }

  /**
   * The pseudonyms of a project that the caller takes part in.
   *
   * @throws ProblemException {@code not-found} if there is no such project, {@code not-ready} if it
   *     has ended
   */
  @Transactional
  Pseudonyms pseudonymsOf(UUID id) {
    AnalysisProject project =
        projects
            .findByIdOptional(id)
            .filter(found -> found.hasMember(viewing.caller().userId()))
            .orElseThrow(ProblemException::notFound);
    return project.pseudonyms(keys.find(id).orElse(null), today());
  }

  /** Any number of pods at once: each skips what another has locked. */
  @Scheduled(every = "1h", delayed = "4m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void endOverdue() {
    long ended = 0;
    int some;
    while ((some = QuarkusTransaction.requiringNew().call(this::endSome)) > 0) {
      ended += some;
    }
    if (ended > 0) {
      LOG.infof("%d analysis projects are over; their keys are destroyed.", ended);
    }
  }

  private int endSome() {
    List<AnalysisProject> overdue = projects.lockOverdue(today(), ENDED_AT_ONCE);
    for (AnalysisProject project : overdue) {
      project.end(clock.now(), null);
      keys.destroy(project.id());
    }
    return overdue.size();
  }

  private boolean isWithinReach(LocalDate endsOn) {
    LocalDate today = today();
    return !endsOn.isBefore(today) && !endsOn.isAfter(today.plusYears(MAX_YEARS));
  }

  private LocalDate today() {
    return clock.today(config.zone());
  }
}
