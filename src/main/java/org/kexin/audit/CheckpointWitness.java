package org.kexin.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Clock;

/**
 * Tells somebody else of checkpoints, who then knows what the log was: the line of the newest one
 * is posted as text. A checkpoint names the one before by its hash, so the newest vouches for all,
 * and after an outage nothing has to be told again.
 *
 * <p>The address comes from the configuration alone, and a redirect to another one is a failure.
 * Nobody waits for the witness: without an answer of success it is told again a minute later.
 */
@ApplicationScoped
class CheckpointWitness {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofSeconds(60);
  private static final Logger LOG = Logger.getLogger(CheckpointWitness.class);

  private final @Nullable URI url;
  private final Clock clock;
  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(PATIENCE)
          .build();

  private volatile long known;
  private volatile Instant notBefore = Instant.EPOCH;
  private volatile CompletableFuture<?> telling = CompletableFuture.completedFuture(null);

  CheckpointWitness(AuditConfig config, Clock clock) {
    this.url = config.witnessUrl().orElse(null);
    this.clock = clock;
  }

  /** Tells the witness, if there is one that does not know this checkpoint; returns at once. */
  void tell(Checkpoint newest) {
    Instant now = clock.now();
    if (url == null || newest.number() <= known || now.isBefore(notBefore) || !telling.isDone()) {
      return;
    }
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("Content-Type", "text/plain; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(newest.line() + "\n"))
            .build();
    telling =
        client
            .sendAsync(request, HttpResponse.BodyHandlers.discarding())
            .handle(
                (answer, failure) -> {
                  if (answer != null && answer.statusCode() / 100 == 2) {
                    known = newest.number();
                  } else {
                    notBefore = now.plus(PAUSE);
                    LOG.warnf(
                        "The witness was not told of checkpoint %d (%s); again in a minute.",
                        newest.number(),
                        answer == null ? failure.getClass().getName() : answer.statusCode());
                  }
                  return null;
                });
  }
}
