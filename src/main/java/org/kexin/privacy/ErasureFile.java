package org.kexin.privacy;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries erasures to where the database cannot reach: a restored backup knows nothing of those
 * that came after it. Written from the table after the commit and again every ten seconds, so that
 * a pod that dies in between leaves none out; a line may stand twice, which does no harm. Each pod
 * writes them all, so files must not be shared.
 *
 * <p>A line is {@code erasure PERSON MOMENT SHA-256-OF-THE-RECEIPT}.
 */
@ApplicationScoped
class ErasureFile {

  private static final Logger LOG = Logger.getLogger(ErasureFile.class);
  private static final int PAGE = 500;

  /** Clocks of pods differ by less, and no transaction takes longer. */
  private static final Duration LOOK_BACK = Duration.ofMinutes(10);

  private final @Nullable Path file;
  private final Erasures erasures;
  private final ReentrantLock turn = new ReentrantLock();
  private final Set<Line> recent = new HashSet<>();
  private @Nullable Instant upTo;

  ErasureFile(PrivacyConfig config, Erasures erasures) {
    this.file = config.erasureFile().map(Path::toAbsolutePath).orElse(null);
    this.erasures = erasures;
  }

  /** One line. */
  record Line(UUID person, Instant at, String receiptSha256) {

    private static final String WORD = "erasure";

    /** The erasure in a line of text; empty if it is something else. */
    static Optional<Line> in(String text) {
      String[] words = text.strip().split(" ", -1);
      if (words.length != 4 || !words[0].equals(WORD)) {
        return Optional.empty();
      }
      return Optional.of(new Line(UUID.fromString(words[1]), Instant.parse(words[2]), words[3]));
    }

    String text() {
      return WORD + " " + person + " " + at + " " + receiptSha256;
    }
  }

  void afterErasure(@Observes(during = TransactionPhase.AFTER_SUCCESS) PersonErased erased) {
    try {
      bringUpToDate();
    } catch (RuntimeException later) {
      // The erasure is committed and stays so; the next look at the table brings it.
      LOG.warnf("An erasure is not in the file yet (%s).", later.getClass().getSimpleName());
    }
  }

  /** Appends what is new in the table. */
  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void bringUpToDate() {
    if (file == null) {
      return;
    }
    turn.lock();
    try {
      Instant from = (upTo == null ? begin(file) : upTo).minus(LOOK_BACK);
      Instant at = from;
      UUID after = null;
      List<Erasure> some;
      do {
        some = erasures.since(at, after, PAGE);
        StringBuilder fresh = new StringBuilder();
        for (Erasure erasure : some) {
          Line line = new Line(erasure.personId(), erasure.erasedAt(), erasure.receiptSha256());
          if (recent.add(line)) {
            fresh.append(line.text()).append('\n');
          }
          at = erasure.erasedAt();
          after = erasure.personId();
        }
        append(file, fresh.toString());
        upTo = upTo == null || at.isAfter(upTo) ? at : upTo;
      } while (some.size() == PAGE);
      Instant forgotten = upTo.minus(LOOK_BACK);
      recent.removeIf(line -> line.at().isBefore(forgotten));
    } finally {
      turn.unlock();
    }
  }

  /** What the file ends with: the last moment in it, and the lines around that. */
  private Instant begin(Path known) {
    if (!Files.exists(known)) {
      return Instant.EPOCH.plus(LOOK_BACK);
    }
    try (Stream<String> lines = Files.lines(known)) {
      lines.map(Line::in).flatMap(Optional::stream).forEach(recent::add);
    } catch (IOException e) {
      throw new UncheckedIOException("Erasures cannot be read from " + known + ".", e);
    }
    return recent.stream()
        .map(Line::at)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH.plus(LOOK_BACK));
  }

  private static void append(Path file, String lines) {
    if (lines.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(file.getParent());
      try (FileChannel out =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Erasures cannot be appended to " + file + ".", e);
    }
  }
}
