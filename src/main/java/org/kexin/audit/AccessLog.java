package org.kexin.audit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Commits access records in groups: the requests that are waiting at one moment share one
 * transaction and so one flush of the database's log.
 *
 * <p>Invariant: the stage returned by {@link #append} completes normally only after the commit of
 * the record. A record may be committed whose answer never left (the caller gave up, the process
 * died): the log may hold more than was shown, never less.
 *
 * <p>One thread writes. While it waits for the disk the next group gathers; a second thread would
 * halve the groups, and under load the commits, not the rows, are what costs.
 *
 * <p>Thread-safe. The queue is bounded; no thread waits to enter it.
 */
@ApplicationScoped
public class AccessLog {

  private static final Logger LOG = Logger.getLogger(AccessLog.class);

  private final AccessRecords records;
  private final AuditConfig config;
  private final BlockingQueue<Pending> queue;
  private final Thread writer =
      Thread.ofPlatform().name("audit-writer").daemon().unstarted(this::write);
  private volatile boolean running;

  AccessLog(AccessRecords records, AuditConfig config) {
    this.records = records;
    this.config = config;
    this.queue = new LinkedBlockingQueue<>(config.queue());
  }

  void start(@Observes StartupEvent event) {
    running = true;
    writer.start();
  }

  void stop(@Observes ShutdownEvent event) {
    running = false;
    writer.interrupt();
  }

  /**
   * Hands over a record.
   *
   * @return completes when the record is committed; exceptionally with {@link
   *     AuditUnavailableException} when that failed, took longer than the configured patience, or
   *     the queue is full
   */
  public CompletionStage<Void> append(AccessRecord record) {
    Pending pending = new Pending(AccessLine.of(record), new CompletableFuture<>());
    if (!running || !queue.offer(pending)) {
      return CompletableFuture.failedFuture(new AuditUnavailableException());
    }
    return pending
        .committed()
        .orTimeout(config.patience().toMillis(), TimeUnit.MILLISECONDS)
        .exceptionallyCompose(
            failure -> CompletableFuture.failedFuture(new AuditUnavailableException()));
  }

  private void write() {
    try (Writer out = new Writer()) {
      List<Pending> batch = new ArrayList<>(config.batch());
      while (running) {
        batch.add(queue.take());
        queue.drainTo(batch, config.batch() - 1);
        // Whoever gave up was already answered 503 and shown nothing.
        batch.removeIf(pending -> pending.committed().isDone());
        out.commit(batch);
        batch.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The connection, opened when it is needed and given up after a failure. */
  private final class Writer implements AutoCloseable {
    private AccessRecords.@Nullable Writing writing;

    void commit(List<Pending> batch) {
      if (batch.isEmpty()) {
        return;
      }
      try {
        if (writing == null) {
          writing = records.open();
        }
        writing.insert(batch.stream().map(Pending::line).toList());
        batch.forEach(pending -> pending.committed().complete(null));
        if (writing.isOld()) {
          close();
        }
      } catch (SQLException | RuntimeException failure) {
        LOG.errorf(
            "%d access records could not be written (%s): their answers become 503.",
            batch.size(), failure.getClass().getName());
        close();
        batch.forEach(
            pending -> pending.committed().completeExceptionally(new AuditUnavailableException()));
      }
    }

    @Override
    public void close() {
      AccessRecords.Writing ended = writing;
      writing = null;
      try {
        if (ended != null) {
          ended.close();
        }
      } catch (SQLException broken) {
        // Agroal drops a connection that failed this way when it is given back.
        LOG.debugf("The writer's connection was broken: %s", broken.getClass().getName());
      }
    }
  }

  private record Pending(String line, CompletableFuture<Void> committed) {}
}
