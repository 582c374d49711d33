package org.kexin.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** The mode {@code audit} of the program: it runs without the service, also while that serves. */
public final class AuditCommand {

  /** All is as it was written. */
  public static final int SOUND = 0;

  /** Something is not. */
  public static final int UNSOUND = 1;

  /** The command was not understood. */
  public static final int USAGE = 2;

  private static final Duration TELL_EVERY = Duration.ofSeconds(2);
  private static final String HELP =
      """
      usage: audit COMMAND

        verify KEY [FILE...]   whether the log of who looked is what was written. KEY is the public key, or a file with
                               one a line; FILEs hold exported checkpoints, such as the service's log
        prove KEY RECORD       proof that the record of that id is in the log, checked with the public key
        public-key             the public key of KEXIN_AUDIT_SIGNING_KEY

      The database is that of KEXIN_DB_URL, KEXIN_DB_USER and KEXIN_DB_PASSWORD; a user who may only read is enough.
      verify ends with 1, and names the first bad record, if the log is not what was written.
      """;

  private final Map<String, String> environment;
  private final PrintStream out;

  /**
   * @param environment settings, as environment variables
   * @param out where results and progress go
   */
  public AuditCommand(Map<String, String> environment, PrintStream out) {
    this.environment = Map.copyOf(environment);
    this.out = out;
  }

  /** Runs a command and gives the exit code: {@link #SOUND}, {@link #UNSOUND} or {@link #USAGE}. */
  public int run(List<String> arguments) throws IOException, SQLException {
    String command = arguments.isEmpty() ? "" : arguments.getFirst();
    List<String> rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
    if (command.equals("verify") && !rest.isEmpty()) {
      return verify(keys(rest.getFirst()), rest.subList(1, rest.size()));
    }
    if (command.equals("prove") && rest.size() == 2) {
      return prove(keys(rest.getFirst()), UUID.fromString(rest.getLast()));
    }
    if (command.equals("public-key") && rest.isEmpty()) {
      out.println(new SigningKey(setting("KEXIN_AUDIT_SIGNING_KEY")).publicKey());
      return SOUND;
    }
    out.print(HELP);
    return USAGE;
  }

  private int verify(Map<String, PublicKey> keys, List<String> files)
      throws IOException, SQLException {
    SortedMap<Long, Checkpoint> exported = new TreeMap<>();
    for (Checkpoint checkpoint : checkpoints(files)) {
      Checkpoint other = exported.putIfAbsent(checkpoint.number(), checkpoint);
      if (other != null && !other.equals(checkpoint)) {
        out.printf("There are two checkpoints with number %d.%n", checkpoint.number());
        return UNSOUND;
      }
    }
    if (exported.isEmpty()) {
      out.println("No exported checkpoints: that the log was cut cannot be seen.");
    }
    long began = System.nanoTime();
    try (Connection connection = connect()) {
      Verification.Result result = Verification.of(connection, keys, exported, progress(began));
      out.printf(
          "%,d records up to checkpoint %,d, %,d exported checkpoints, %,d records not chained yet: %.1f s%n",
          result.records(),
          result.checkpoints(),
          exported.size(),
          result.waiting(),
          (System.nanoTime() - began) / 1e9);
      Finding finding = result.finding();
      out.println(finding == null ? "All is as it was written." : finding);
      return finding == null ? SOUND : UNSOUND;
    }
  }

  private int prove(Map<String, PublicKey> keys, UUID record) throws SQLException {
    try (Connection connection = connect()) {
      Optional<InclusionProof> proof = InclusionProof.of(record, connection);
      if (proof.isEmpty()) {
        out.println("No checkpoint covers this record; a new one is covered within a minute.");
        return UNSOUND;
      }
      PublicKey key = keys.get(proof.get().checkpoint().key());
      boolean holds = key != null && proof.get().holds(key);
      out.println(proof.get());
      out.println(holds ? "The proof holds." : "The proof does not hold.");
      return holds ? SOUND : UNSOUND;
    }
  }

  private LongConsumer progress(long began) {
    long[] told = {began};
    return records -> {
      long now = System.nanoTime();
      if (now - told[0] >= TELL_EVERY.toNanos()) {
        told[0] = now;
        out.printf("%,d records ... %d s%n", records, (now - began) / 1_000_000_000);
      }
    };
  }

  /** One state of the log, however long it takes and whatever is written meanwhile. */
  private Connection connect() throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            setting("KEXIN_DB_URL"), setting("KEXIN_DB_USER"), setting("KEXIN_DB_PASSWORD"));
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    return connection;
  }

  private String setting(String name) {
    String value = environment.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is not set.");
    }
    return value;
  }

  /** Those in the lines of the files, whatever else stands there. */
  private static List<Checkpoint> checkpoints(List<String> files) throws IOException {
    List<Checkpoint> checkpoints = new ArrayList<>();
    for (String file : files) {
      try (Stream<String> lines = Files.lines(Path.of(file))) {
        lines.map(Checkpoint::in).flatMap(Optional::stream).forEach(checkpoints::add);
      }
    }
    return checkpoints;
  }

  private static Map<String, PublicKey> keys(String keyOrFile) throws IOException {
    List<String> texts =
        Files.isRegularFile(Path.of(keyOrFile))
            ? Files.readAllLines(Path.of(keyOrFile))
            : List.of(keyOrFile);
    Map<String, PublicKey> keys = new HashMap<>();
    for (String text : texts) {
      if (!text.isBlank()) {
        PublicKey key = PublicKey.parse(text);
        keys.put(key.id(), key);
      }
    }
    return keys;
  }
}
