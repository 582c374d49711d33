package org.kexin.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries checkpoints to where the database cannot reach: into the log of the process, from where a
 * log store takes them, and, if one is configured, into a file. Each pod exports them all.
 */
@ApplicationScoped
class CheckpointExport {

  private static final int PAGE = 1_000;
  private static final Logger LOG = Logger.getLogger(CheckpointExport.class);

  private final @Nullable Path file;
  private final CheckpointWitness witness;
  private @Nullable Checkpoint last;

  CheckpointExport(AuditConfig config, CheckpointWitness witness) {
    this.witness = witness;
    this.file = config.checkpointFile().map(Path::toAbsolutePath).orElse(null);
  }

  /** Exports what is new in the tables. */
  void bringUpToDate(ChainTables tables) throws SQLException {
    Checkpoint exported = last == null ? begin(tables) : last;
    if (exported.number() > 0 && !standsIn(tables, exported)) {
      LOG.errorf(
          "Checkpoint %d was exported and is not in the database: the audit log was cut, or an older"
              + " backup restored. Nothing more is exported; run ./kexin audit verify.",
          exported.number());
      return;
    }
    List<Checkpoint> fresh;
    do {
      fresh = tables.checkpointsAfter(exported.number(), PAGE);
      for (Checkpoint checkpoint : fresh) {
        LOG.info(checkpoint.line());
      }
      if (!fresh.isEmpty()) {
        append(fresh);
        exported = fresh.getLast();
        last = exported;
      }
    } while (fresh.size() == PAGE);
    witness.tell(exported);
  }

  /**
   * What this file ends with. Without a file, the last but one of the database: whoever signed the
   * last one may have died before it was logged, and to log one twice does no harm.
   */
  private Checkpoint begin(ChainTables tables) throws SQLException {
    last =
        file == null
            ? tables.checkpointBefore(tables.lastCheckpoint().number())
            : lastIn(file).orElse(Checkpoint.NONE);
    return last;
  }

  private static boolean standsIn(ChainTables tables, Checkpoint checkpoint) throws SQLException {
    List<Checkpoint> stored = tables.checkpointsAfter(checkpoint.number() - 1, 1);
    return !stored.isEmpty() && stored.getFirst().line().equals(checkpoint.line());
  }

  private void append(List<Checkpoint> checkpoints) {
    if (file == null) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    checkpoints.forEach(checkpoint -> lines.append(checkpoint.line()).append('\n'));
    try {
      Files.createDirectories(file.getParent());
      try (FileChannel out =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Checkpoints cannot be appended to " + file + ".", e);
    }
  }

  private static Optional<Checkpoint> lastIn(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(Checkpoint::in).flatMap(Optional::stream).reduce((one, next) -> next);
    } catch (IOException e) {
      throw new UncheckedIOException("Checkpoints cannot be read from " + file + ".", e);
    }
  }
}
