package org.kexin.analysis;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * Runs analyses on few platform threads of their own: computing on the carriers of virtual threads
 * would hold up every other request of the pod.
 */
@ApplicationScoped
class AnalysisPool {

  private final AnalysisConfig config;
  private final ExecutorService threads;

  AnalysisPool(AnalysisConfig config) {
    this.config = config;
    this.threads =
        new ThreadPoolExecutor(
            config.threads(),
            config.threads(),
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(config.queue()),
            Thread.ofPlatform().name("analysis-", 0).daemon().factory());
  }

  void stop(@Observes ShutdownEvent event) {
    threads.shutdownNow();
  }

  /**
   * The result of {@code analysis}; a caller that gives up or runs out of patience cancels it.
   *
   * @throws ProblemException {@code unavailable} if too many analyses wait already, or this one
   *     took longer than the configured patience
   */
  <T> T run(Callable<T> analysis) {
    return run(config.patience(), analysis);
  }

  /** As the other, with a patience of its own. */
  <T> T run(Duration patience, Callable<T> analysis) {
    Future<T> result = submit(analysis);
    try {
      return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | InterruptedException e) {
      result.cancel(true);
      throw tooBusy();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("An analysis failed.", e.getCause());
    }
  }

  private <T> Future<T> submit(Callable<T> analysis) {
    try {
      return threads.submit(analysis);
    } catch (RejectedExecutionException full) {
      throw tooBusy();
    }
  }

  private static ProblemException tooBusy() {
    return new ProblemException(
        ProblemCode.UNAVAILABLE, "Too much is being computed; ask again in a minute.");
  }
}
