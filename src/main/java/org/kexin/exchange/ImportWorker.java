package org.kexin.exchange;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Changes;
import org.kexin.shared.CappedInputStream;
import org.kexin.shared.Clock;
import org.kexin.shared.Ids;
import org.kexin.shared.http.Failures;

/**
 * Works off imports, one at a time in each pod. A platform thread, because parsing would keep one
 * of the few carriers of the virtual threads, on which requests wait.
 *
 * <p>A run belongs to whoever claimed it last, for a lease that each batch renews. A pod that dies
 * stops renewing, and the next that looks takes the run over at the position of its last commit.
 */
@ApplicationScoped
class ImportWorker {

  private static final Logger LOG = Logger.getLogger(ImportWorker.class);
  private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(10);

  private final ImportRuns runs;
  private final ImportBatches batches;
  private final Changes changes;
  private final ImportChunks chunks;
  private final ImportKinds kinds;
  private final FileCheck files;
  private final ImportConfig config;
  private final Clock clock;
  private final String owner;
  private final AtomicReference<@Nullable Thread> working = new AtomicReference<>();
  private volatile boolean stopping;

  ImportWorker(
      ImportRuns runs,
      ImportBatches batches,
      Changes changes,
      ImportChunks chunks,
      ImportKinds kinds,
      FileCheck files,
      ImportConfig config,
      Clock clock,
      Ids ids) {
    this.runs = runs;
    this.batches = batches;
    this.changes = changes;
    this.chunks = chunks;
    this.kinds = kinds;
    this.files = files;
    this.config = config;
    this.clock = clock;
    this.owner = ids.next().toString();
  }

  /** Looks for work unless this pod has some; called after each upload and every second. */
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void wake() {
    Thread thread = Thread.ofPlatform().name("import-worker").daemon().unstarted(this::work);
    if (!stopping && working.compareAndSet(null, thread)) {
      thread.start();
    }
  }

  /** Ends after the batch under way, so that another pod goes on at once. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    Thread thread = working.get();
    if (thread != null) {
      thread.join(PATIENCE_AT_STOP);
    }
  }

  /** Forgets uploads that were cut and never sent again. */
  @Scheduled(every = "1h", delayed = "2m")
  void sweep() {
    runs.unfinishedSince(clock.now().minus(config.unfinishedUploadsKept()))
        .forEach(
            run -> {
              chunks.deleteAll(run);
              runs.delete(run);
            });
  }

  private void work() {
    try {
      Optional<ImportRun> run = claim();
      while (run.isPresent()) {
        process(run.get());
        run = claim();
      }
    } catch (RuntimeException unreachable) {
      LOG.warnf("Imports wait: %s", Failures.withoutMessages(unreachable));
    } finally {
      working.set(null);
    }
  }

  private Optional<ImportRun> claim() {
    return stopping ? Optional.empty() : runs.claim(owner, config.lease());
  }

  private void process(ImportRun run) {
    LOG.infof("Import %s (%s): from line %d on.", run.id(), run.kind(), run.linesRead());
    try {
      if (readOn(run)) {
        runs.complete(run);
        LOG.infof("Import %s: completed.", run.id());
      } else {
        runs.release(run);
      }
    } catch (IOException | RuntimeException failure) {
      boolean giveUp = run.failures() + 1 >= config.maxFailures();
      LOG.errorf(
          "Import %s failed and is %s: %s",
          run.id(), giveUp ? "given up" : "tried again", Failures.withoutMessages(failure));
      runs.fail(run, giveUp, Duration.ofSeconds(1L << Math.min(run.failures(), 6)));
    }
  }

  /** Whether the file was read to its end; not so if the run was lost or the pod stops. */
  private boolean readOn(ImportRun run) throws IOException {
    ImportKind kind = kinds.demand(run.kind());
    try (CappedInputStream bytes = files.open(run, Long.MAX_VALUE);
        RowReader rows = new RowReader(bytes, run.format(), kind.columns())) {
      while (rows.number() < run.linesRead() && rows.skip()) {
        // What is committed already is passed over.
      }
      ImportKind.Intake intake = kind.begin();
      List<FileRow> batch = nextBatch(rows, kind.batchRows());
      while (!batch.isEmpty()) {
        if (stopping || !commit(run, intake, batch, rows.number(), bytes.count())) {
          return false;
        }
        batch = nextBatch(rows, kind.batchRows());
      }
      return true;
    }
  }

  private boolean commit(
      ImportRun run, ImportKind.Intake intake, List<FileRow> batch, long upTo, long bytes) {
    return changes.onBehalfOf(
        run.submitter(), () -> batches.commit(run, intake, batch, upTo, bytes));
  }

  private static List<FileRow> nextBatch(RowReader rows, int size) {
    List<FileRow> batch = new ArrayList<>(size);
    FileRow row;
    while (batch.size() < size && (row = rows.next()) != null) {
      batch.add(row);
    }
    return batch;
  }
}
