package org.kexin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.kexin.shared.Columns;

/** Models that single customers are compared with, over the sales of one test. */
public final class StandingResults {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Keeps the service from computing another one meanwhile. */
  private static final Duration AHEAD = Duration.ofMinutes(10);

  private static final String INSERT =
      """
      insert into analysis_run (id, analysis, parameters, individuals, state, progress, epoch,
        failures, lease_until, requested_by, created_at)
      values (?, ?, ?, true, 'QUEUED', 0, 0, 0, ?, 'kexin', ?)
      """;

  private StandingResults() {}

  /** Has the service compute an analysis as it does by itself, with these parameters. */
  public static void of(String analysis, Map<String, String> parameters) {
    UUID run = People.anId();
    try {
      insert(run, analysis, parameters);
      Instant deadline = Instant.now().plus(PATIENCE);
      String state;
      do {
        state =
            String.valueOf(
                Database.rows(
                        "select state from analysis_run where id = ?", (Object) Columns.bytes(run))
                    .getFirst()
                    .get("state"));
      } while (!state.equals("COMPLETED") && Instant.now().isBefore(deadline));
      assertThat(state).isEqualTo("COMPLETED");
    } catch (SQLException | JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void insert(UUID run, String analysis, Map<String, String> parameters)
      throws SQLException, JsonProcessingException {
    try (Connection connection = Database.connection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setBytes(1, Columns.bytes(run));
      insert.setString(2, analysis);
      insert.setString(3, new ObjectMapper().writeValueAsString(parameters));
      insert.setObject(4, Columns.utc(Instant.EPOCH));
      insert.setObject(5, Columns.utc(Instant.now().plus(AHEAD)));
      insert.executeUpdate();
    }
  }
}
