package org.kexin.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/**
 * Writes the progress of an import as server-sent events (WHATWG HTML, section 9.2), from its row,
 * because any pod may be the one that works on it.
 */
@ApplicationScoped
class ProgressStream {

  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  /** Looks after which an event is sent although nothing changed: proxies close silent streams. */
  private static final int SILENT_LOOKS = 4;

  private final ImportRuns runs;
  private final ObjectMapper mapper;
  private volatile boolean stopping;

  ProgressStream(ImportRuns runs, ObjectMapper mapper) {
    this.runs = runs;
    this.mapper = mapper;
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  /**
   * Writes events until the run ends, the service stops or the reader goes.
   *
   * @throws IOException if the reader is gone
   */
  void write(UUID importId, OutputStream out) throws IOException {
    ImportProgress sent = null;
    int silent = 0;
    while (!stopping) {
      ImportRun run = runs.find(importId).orElse(null);
      if (run == null) {
        return;
      }
      ImportProgress progress = ImportProgress.of(run);
      if (!progress.equals(sent) || ++silent >= SILENT_LOOKS) {
        send(progress, out);
        sent = progress;
        silent = 0;
      }
      if (run.state().hasEnded() || !paused()) {
        return;
      }
    }
  }

  private void send(ImportProgress progress, OutputStream out) throws IOException {
    String event = "event: progress\ndata: " + mapper.writeValueAsString(progress) + "\n\n";
    out.write(event.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static boolean paused() {
    try {
      Thread.sleep(LOOK_EVERY);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
