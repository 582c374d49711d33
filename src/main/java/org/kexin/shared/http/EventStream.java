package org.kexin.shared.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Writes the progress of a run as server-sent events (WHATWG HTML, section 9.2), from where it is
 * stored, because any pod may be the one that works on it.
 */
@ApplicationScoped
public class EventStream {

  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  /** Looks after which an event is sent although nothing changed: proxies close silent streams. */
  private static final int SILENT_LOOKS = 4;

  private final ObjectMapper mapper;
  private volatile boolean stopping;

  EventStream(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  /**
   * Writes events until the run ends or is gone, the service stops or the reader goes.
   *
   * @param look at the run as it stands; empty when it is gone
   * @param ended whether nothing more will happen to it
   * @throws IOException if the reader is gone
   */
  public <P> void write(Supplier<Optional<P>> look, Predicate<P> ended, OutputStream out)
      throws IOException {
    Optional<P> sent = Optional.empty();
    int silent = 0;
    while (!stopping) {
      Optional<P> progress = look.get();
      if (progress.isEmpty()) {
        return;
      }
      if (!progress.equals(sent) || ++silent >= SILENT_LOOKS) {
        send(progress.get(), out);
        sent = progress;
        silent = 0;
      }
      if (ended.test(progress.get()) || !paused()) {
        return;
      }
    }
  }

  private void send(Object progress, OutputStream out) throws IOException {
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
