package org.kexin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kexin.shared.Clock;

class CheckpointWitnessTest {

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-01T08:00:00Z"));
  private final InstantSource time = now::get;
  private volatile int status = 204;
  private HttpServer server;
  private CheckpointWitness witness;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/checkpoints",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
          told.add(exchange.getRequestMethod() + " " + body);
        });
    server.createContext("/elsewhere", exchange -> told.add("redirected"));
    server.start();
    witness =
        new CheckpointWitness(
            config("http://127.0.0.1:" + server.getAddress().getPort() + "/checkpoints"),
            new Clock(time.withZone(ZoneOffset.UTC)));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void theNewestIsToldOnce() throws InterruptedException {
    witness.tell(checkpoint(1));
    assertThat(next()).isEqualTo("POST " + checkpoint(1).line() + "\n");

    // The answer may still be on its way back: the next one is told as soon as it is here.
    String second = untilTold(checkpoint(2));
    assertThat(second).isEqualTo("POST " + checkpoint(2).line() + "\n");
    witness.tell(checkpoint(1));
    witness.tell(Checkpoint.NONE);
    assertThat(untilTold(checkpoint(3))).contains("number=3 ");
  }

  @Test
  void withoutSuccessItIsToldAgainAfterAMinuteAndNoRedirectIsFollowed()
      throws InterruptedException {
    status = 307;
    witness.tell(checkpoint(1));
    assertThat(next()).contains("number=1 ");
    witness.tell(checkpoint(1));
    now.updateAndGet(it -> it.plus(Duration.ofSeconds(59)));
    witness.tell(checkpoint(1));
    assertThat(told).isEmpty();

    status = 200;
    now.updateAndGet(it -> it.plus(Duration.ofSeconds(1)));
    assertThat(untilTold(checkpoint(1))).contains("number=1 ");
  }

  @Test
  void withoutAnAddressNobodyIsTold() {
    new CheckpointWitness(config(null), new Clock(time.withZone(ZoneOffset.UTC)))
        .tell(checkpoint(1));
    assertThat(told).isEmpty();
  }

  private String untilTold(Checkpoint checkpoint) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    String line = null;
    while (line == null && System.nanoTime() < deadline) {
      witness.tell(checkpoint);
      line = told.poll(20, TimeUnit.MILLISECONDS);
    }
    return String.valueOf(line);
  }

  private @Nullable String next() throws InterruptedException {
    return told.poll(10, TimeUnit.SECONDS);
  }

  private static Checkpoint checkpoint(long number) {
    return new Checkpoint(
        number,
        1,
        number,
        Hash.NONE,
        number,
        Hash.NONE,
        Hash.NONE,
        Instant.parse("2026-03-01T08:00:00Z"),
        "0".repeat(16),
        "AA==");
  }

  private static AuditConfig config(@Nullable String url) {
    var builder =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(AuditConfig.class)
            .withDefaultValue("kexin.audit.signing-key", "AA==");
    if (url != null) {
      builder.withDefaultValue("kexin.audit.witness-url", url);
    }
    return builder.build().getConfigMapping(AuditConfig.class);
  }
}
