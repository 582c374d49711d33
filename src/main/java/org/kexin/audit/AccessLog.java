package org.kexin.audit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
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
  private volatile List<Pending> writing = List.of();
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
    Pending pending =
        new Pending(
            AccessLine.of(record),
            System.nanoTime() + config.patience().toNanos(),
            new CompletableFuture<>());
    if (!running || !queue.offer(pending)) {
      return CompletableFuture.failedFuture(new AuditUnavailableException());
    }
    return pending.committed();
  }

  private void write() {
    try (Writer out = new Writer()) {
      while (running) {
        List<Pending> batch = new ArrayList<>();
        batch.add(queue.take());
        queue.drainTo(batch, config.batch() - 1);
        // Whoever gave up was already answered 503 and shown nothing.
        batch.removeIf(pending -> pending.committed().isDone());
        writing = batch;
        out.commit(batch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Ends the waiting of those whose patience is over. One look at all of them now and then: a timer
   * for each would wake another thread with every read.
   */
  @Scheduled(every = "1s")
  void endLongWaits() {
    long now = System.nanoTime();
    List<Pending> over =
        Stream.concat(writing.stream(), queue.stream())
            .filter(pending -> pending.deadline() - now < 0)
            .toList();
    if (!over.isEmpty()) {
      // Not on the scheduler's thread: it has a request context of its own, and an answer that goes
      // on from here would lose the ground under it when that ends.
      Thread.startVirtualThread(() -> over.forEach(Pending::giveUp));
    }
  }

  /** The connection, opened when it is needed and given up after a failure. */
  private final class Writer implements AutoCloseable {
    private AccessRecords.@Nullable Writing open;

    void commit(List<Pending> batch) {
      if (batch.isEmpty()) {
        return;
      }
      try {
        if (open == null) {
          open = records.open();
        }
        open.insert(batch.stream().map(Pending::line).toList());
        batch.forEach(pending -> pending.committed().complete(null));
        if (open.isOld()) {
          close();
        }
      } catch (Throwable failure) {
        // Errors, too: without this thread every answer would become a 503 until a restart.
        LOG.errorf(
            "%d access records could not be written (%s): their answers become 503.",
            batch.size(), failure.getClass().getName());
        close();
        batch.forEach(Pending::giveUp);
      }
    }

    @Override
    public void close() {
      AccessRecords.Writing ended = open;
      open = null;
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

  private record Pending(String line, long deadline, CompletableFuture<Void> committed) {

    void giveUp() {
      committed.completeExceptionally(new AuditUnavailableException());
    }
  }
}
