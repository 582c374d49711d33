package org.kexin.analysis.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Answering;
import org.kexin.analysis.Asked;
import org.kexin.analysis.Effort;
import org.kexin.analysis.LongAnalysis;
import org.kexin.analysis.run.RunClaims.Claim;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.http.Failures;

/** Works off background analyses, one at a time in each pod. */
@ApplicationScoped
class RunWorker {

  private static final Logger LOG = Logger.getLogger(RunWorker.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);

  private final RunClaims claims;
  private final Instance<LongAnalysis<?>> analyses;
  private final Answering answering;
  private final RunConfig config;
  private final ObjectMapper mapper;
  private final AtomicReference<@Nullable Work> working = new AtomicReference<>();
  private volatile boolean stopping;

  RunWorker(
      RunClaims claims,
      Instance<LongAnalysis<?>> analyses,
      Answering answering,
      RunConfig config,
      ObjectMapper mapper) {
    this.claims = claims;
    this.analyses = analyses;
    this.answering = answering;
    this.config = config;
    this.mapper = mapper;
  }

  /** A claimed run, who computes it, and how far that is. */
  private static final class Work {
    private final Claim claim;
    private final Thread thread;
    private volatile double progress;

    Work(Claim claim, Thread thread) {
      this.claim = claim;
      this.thread = thread;
    }
  }

  /** Says that the present run is alive, gives up one that was cancelled, or takes the next. */
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void beat() {
    Work work = working.get();
    if (work == null) {
      takeNext();
    } else if (!claims.advance(work.claim, work.progress)) {
      work.thread.interrupt();
    }
  }

  /** Gives the present run back, for another pod to begin it anew. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    Work work = working.get();
    if (work != null) {
      work.thread.interrupt();
      work.thread.join(PATIENCE_AT_STOP);
    }
  }

  private synchronized void takeNext() {
    if (stopping || working.get() != null) {
      return;
    }
    Optional<Claim> next = claims.next();
    if (next.isPresent()) {
      Claim claim = next.get();
      // Waits while the pool computes, so that it costs no carrier of virtual threads.
      Thread thread = Thread.ofVirtual().name("analysis-run").unstarted(() -> work(claim));
      working.set(new Work(claim, thread));
      thread.start();
    }
  }

  private void work(Claim claim) {
    try {
      claims.complete(claim, compute(claim));
    } catch (ProblemException problem) {
      refuse(claim, problem);
    } catch (RuntimeException | JsonProcessingException failure) {
      giveBack(claim, failure);
    } finally {
      working.set(null);
    }
    takeNext();
  }

  private String compute(Claim claim) throws JsonProcessingException {
    LongAnalysis<?> analysis =
        analyses.stream()
            .filter(it -> it.name().equals(claim.analysis()))
            .findFirst()
            .orElseThrow(
                () -> ProblemException.parameter("analysis", "This version has no such analysis."));
    Object answer =
        analysis.answer(
            new Asked(claim.parameters()),
            answering.groups(claim.individuals()),
            new Effort(config.patience(), this::progress));
    return mapper.writeValueAsString(answer);
  }

  private void progress(double share) {
    Work work = working.get();
    if (work != null) {
      work.progress = share;
    }
  }

  /** Too busy a pool is no fault of the run, nor is a pod that stops. */
  private void refuse(Claim claim, ProblemException problem) {
    if (Thread.interrupted() || stopping || problem.code() == ProblemCode.UNAVAILABLE) {
      claims.release(claim);
    } else {
      claims.refuse(claim, problem);
    }
  }

  private void giveBack(Claim claim, Exception failure) {
    LOG.errorf("Analysis run %s: %s", claim.run(), Failures.withoutMessages(failure));
    claims.fail(claim, PAUSE);
  }
}
