package org.kexin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator runs to see whether the log is what was written. */
class AuditCommandIT {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @TempDir Path directory;
  private AuditSchema schema;
  private Path exported;
  private String key;
  private String lastRecord;

  @BeforeEach
  void write() throws SQLException {
    schema = AuditSchema.create();
    exported = directory.resolve("checkpoints.txt");
    key = new SigningKey(AuditSchema.SIGNING_KEY).publicKey().toString();
    try (AccessRecords.Writing writing = schema.records().open()) {
      List<String> lines = schema.someLines(20);
      writing.insert(lines);
      lastRecord = AccessLine.read(lines.getLast()).id().toString();
    }
    schema.chainer(AuditSchema.SIGNING_KEY, exported).extend();
  }

  @AfterEach
  void drop() throws SQLException {
    schema.close();
  }

  @Test
  void aSoundLogIsVerifiedWithTheKeyAndWhatWasExported() throws IOException, SQLException {
    Path keys = Files.writeString(directory.resolve("keys.txt"), key + "\n");

    assertThat(run("verify", keys.toString(), exported.toString())).isEqualTo(AuditCommand.SOUND);
    assertThat(said())
        .contains("20 records up to checkpoint 1")
        .contains("All is as it was written");
  }

  @Test
  void withoutAnythingExportedItSaysWhatCannotBeSeen() throws IOException, SQLException {
    assertThat(run("verify", key)).isEqualTo(AuditCommand.SOUND);
    assertThat(said()).contains("No exported checkpoints");
  }

  @Test
  void anEditIsToldWithItsRecord() throws IOException, SQLException {
    schema.execute(
        "update access_batch set records = replace(records, '%s', 'x')"
            .formatted("\"requestId\":\"" + lastRecord));

    assertThat(run("verify", key, exported.toString())).isEqualTo(AuditCommand.UNSOUND);
    assertThat(said()).contains("RECORD_CHANGED at record 20");
  }

  @Test
  void twoHistoriesInWhatWasExportedAreTold() throws IOException, SQLException {
    Path elsewhere = directory.resolve("elsewhere.txt");
    schema.execute("truncate access_checkpoint");
    schema.chainer(AuditSchema.SIGNING_KEY, elsewhere).extend();

    assertThat(run("verify", key, exported.toString(), elsewhere.toString()))
        .isEqualTo(AuditCommand.UNSOUND);
    assertThat(said()).contains("two checkpoints with number 1");
  }

  @Test
  void aRecordIsProvedAndAnUnknownOneIsNot() throws IOException, SQLException {
    assertThat(run("prove", key, lastRecord)).isEqualTo(AuditCommand.SOUND);
    assertThat(said()).contains("number 20").contains("The proof holds.");

    assertThat(run("prove", key, "0192f1c4-7d5e-7a3b-9c1d-2f4e6a8b0c1d"))
        .isEqualTo(AuditCommand.UNSOUND);
  }

  @Test
  void thePublicKeyIsThatOfThePrivateOne() throws IOException, SQLException {
    assertThat(run("public-key")).isEqualTo(AuditCommand.SOUND);
    assertThat(said().strip()).isEqualTo(key);
  }

  @Test
  void whatIsNotUnderstoodGetsTheHelp() throws IOException, SQLException {
    assertThat(run()).isEqualTo(AuditCommand.USAGE);
    assertThat(run("verify")).isEqualTo(AuditCommand.USAGE);
    assertThat(said()).contains("usage: audit COMMAND");
  }

  private int run(String... arguments) throws IOException, SQLException {
    Map<String, String> environment =
        Map.of(
            "KEXIN_DB_URL", schema.url(),
            "KEXIN_DB_USER", schema.user(),
            "KEXIN_DB_PASSWORD", schema.password(),
            "KEXIN_AUDIT_SIGNING_KEY", AuditSchema.SIGNING_KEY);
    return new AuditCommand(environment, new PrintStream(out, true, StandardCharsets.UTF_8))
        .run(List.of(arguments));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
