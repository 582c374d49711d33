package org.kexin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kexin.testing.Together;

/** What was done to the log of who looked is noticed, and the first bad record named. */
class AuditChainIT {

  private static final String OTHER_KEY = "YW5vdGhlci1zaWduaW5nLWtleS1vZi1zb21lYm9keSE=";
  private static final int BATCHES = 12;

  private static AuditSchema schema;

  @TempDir Path directory;
  private Path export;

  @BeforeAll
  static void migrate() throws SQLException {
    schema = AuditSchema.create();
  }

  @AfterAll
  static void drop() throws SQLException {
    schema.close();
  }

  /** Records 1 to 60 in batches of five by two writers, checkpoints after each ten. */
  @BeforeEach
  void write() throws SQLException {
    export = directory.resolve("exported/checkpoints.txt");
    schema.truncate();
    writeAndChain(AuditSchema.SIGNING_KEY, export);
  }

  @Test
  void aLogThatNobodyTouchedIsSound() throws SQLException, IOException {
    Verification.Result result = verify();

    assertThat(result.finding()).isNull();
    assertThat(result.records()).isEqualTo(BATCHES * Tampering.BATCH);
    assertThat(result.checkpoints()).isEqualTo(exported(export).size()).isGreaterThan(3);
  }

  @Test
  void recordsThatAreNotChainedYetAreVerifiedToo() throws SQLException, IOException {
    UUID id;
    try (AccessRecords.Writing writing = schema.records().open()) {
      List<String> lines = schema.someLines(Tampering.BATCH);
      writing.insert(lines);
      id = AccessLine.read(lines.getLast()).id();
    }
    assertThat(verify().finding()).isNull();
    assertThat(verify().waiting()).isEqualTo(Tampering.BATCH);

    schema.execute(
        "update access_batch set records = replace(records, '\"requestId\":\"%s\"', '\"requestId\":\"x\"')"
            .formatted(id));

    assertThat(Objects.requireNonNull(verify().finding()).record()).isEqualTo(id);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.kexin.audit.Tampering#all")
  void tamperingIsNoticed(Tampering tampering) throws SQLException, IOException {
    for (Tampering.Deed deed : tampering.deeds()) {
      deed.on(schema);
    }

    Finding finding = Objects.requireNonNull(verify().finding(), tampering.what());

    assertThat(finding.kind()).as(finding.toString()).isEqualTo(tampering.kind());
    assertThat(finding.number()).as(finding.toString()).isEqualTo(tampering.number());
  }

  @Test
  void anOlderBackupIsNoticed() throws SQLException, IOException {
    for (String table : AuditSchema.TABLES) {
      schema.execute("create table backup_" + table + " as select * from " + table);
    }
    writeAndChain(AuditSchema.SIGNING_KEY, export);
    schema.truncate();
    for (String table : AuditSchema.TABLES) {
      schema.execute(
          "insert into " + table + " select * from backup_" + table, "drop table backup_" + table);
    }

    Finding finding = Objects.requireNonNull(verify().finding());

    assertThat(finding.kind()).isEqualTo(Finding.Kind.LOG_CUT);
    assertThat(finding.number()).isEqualTo(BATCHES * Tampering.BATCH + 1);
  }

  @Test
  void anotherHistoryIsNeverMixedIntoWhatWasExported() throws SQLException, IOException {
    List<String> before = Files.readAllLines(export);
    schema.truncate();
    writeAndChain(AuditSchema.SIGNING_KEY, export);

    assertThat(Files.readAllLines(export)).isEqualTo(before);
    assertThat(Objects.requireNonNull(verify().finding()).kind())
        .isEqualTo(Finding.Kind.CHECKPOINT_BROKEN);
  }

  @Test
  void aHistorySignedWithAnotherKeyIsNoticed() throws SQLException, IOException {
    schema.truncate();
    Path elsewhere = directory.resolve("elsewhere.txt");
    writeAndChain(OTHER_KEY, elsewhere);

    assertThat(verify(AuditSchema.SIGNING_KEY, elsewhere).finding())
        .extracting(Finding::kind, Finding::number)
        .containsExactly(Finding.Kind.CHECKPOINT_BROKEN, 1L);
    assertThat(verify(OTHER_KEY, elsewhere).finding()).isNull();
  }

  @Test
  void aRecordIsProvedWithThePublicKeyAlone() throws SQLException {
    PublicKey key = new SigningKey(AuditSchema.SIGNING_KEY).publicKey();
    PublicKey other = new SigningKey(OTHER_KEY).publicKey();
    try (Connection connection = schema.connection()) {
      for (UUID id : idsInOrder()) {
        InclusionProof proof = InclusionProof.of(id, connection).orElseThrow();
        InclusionProof ofAnother =
            new InclusionProof(
                id,
                MerkleTree.leaf(new byte[] {1}),
                proof.index(),
                proof.path(),
                proof.checkpoint());

        assertThat(proof.holds(key)).isTrue();
        assertThat(proof.holds(other)).isFalse();
        assertThat(ofAnother.holds(key)).isFalse();
      }
      assertThat(
              InclusionProof.of(AccessLine.read(schema.someLines(1).getFirst()).id(), connection))
          .isEmpty();
    }
  }

  @Test
  void podsTakeTurns() throws SQLException, IOException, InterruptedException, ExecutionException {
    int pods = 4;
    int rounds = 40;
    List<Callable<Boolean>> things = new ArrayList<>();
    for (int pod = 0; pod < pods; pod++) {
      Chainer chainer =
          schema.chainer(AuditSchema.SIGNING_KEY, directory.resolve("pod-" + pod + ".txt"));
      things.add(
          () -> {
            for (int round = 0; round < rounds; round++) {
              chainer.extend();
            }
            return true;
          });
      things.add(
          () -> {
            try (AccessRecords.Writing writing = schema.records().open()) {
              for (int round = 0; round < rounds; round++) {
                writing.insert(schema.someLines(3));
              }
            }
            return true;
          });
    }
    Together.run(things);
    schema.chainer(AuditSchema.SIGNING_KEY, export).extend();

    Verification.Result result = verify();

    assertThat(result.finding()).isNull();
    assertThat(result.waiting()).isZero();
    assertThat(result.records()).isEqualTo(BATCHES * Tampering.BATCH + 3L * pods * rounds);
  }

  private static void writeAndChain(String signingKey, Path export) throws SQLException {
    Chainer chainer = schema.chainer(signingKey, export);
    try (AccessRecords.Writing one = schema.records().open();
        AccessRecords.Writing other = schema.records().open()) {
      for (int batch = 0; batch < BATCHES; batch += 2) {
        one.insert(schema.someLines(Tampering.BATCH));
        other.insert(schema.someLines(Tampering.BATCH));
        chainer.extend();
      }
    }
  }

  private Verification.Result verify() throws SQLException, IOException {
    return verify(AuditSchema.SIGNING_KEY, export);
  }

  private static Verification.Result verify(String signingKey, Path export)
      throws SQLException, IOException {
    PublicKey key = new SigningKey(signingKey).publicKey();
    try (Connection connection = schema.connection()) {
      return Verification.of(connection, Map.of(key.id(), key), exported(export), records -> {});
    }
  }

  private static SortedMap<Long, Checkpoint> exported(Path export) throws IOException {
    SortedMap<Long, Checkpoint> exported = new TreeMap<>();
    for (String line : Files.readAllLines(export)) {
      Checkpoint checkpoint = Checkpoint.in(line).orElseThrow();
      exported.put(checkpoint.number(), checkpoint);
    }
    return exported;
  }

  private static List<UUID> idsInOrder() throws SQLException {
    List<UUID> ids = new ArrayList<>();
    try (Connection connection = schema.connection()) {
      for (ChainTables.Stored stored : new ChainTables(connection).linksAfter(0, 1_000)) {
        Objects.requireNonNull(stored.batch())
            .lines()
            .forEach(line -> ids.add(AccessLine.read(line).id()));
      }
    }
    return ids;
  }
}
