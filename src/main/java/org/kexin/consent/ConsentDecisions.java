package org.kexin.consent;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.access.ConsentedUse;
import org.kexin.shared.Columns;

/**
 * The decisions, as rows that are only ever added.
 *
 * <p>Plain JDBC: rows never change, so there is nothing for Hibernate to watch, and the register
 * must also answer on threads that have neither a request nor a transaction.
 */
@ApplicationScoped
class ConsentDecisions {

  /** A decision without channel; a key has no nulls. */
  private static final String ALL = "ALL";

  private static final String COLUMNS =
      "d.person_id, d.consented_use, d.channel, d.decided_at, d.id, d.decision, d.valid_until,"
          + " d.given_by, d.notice_id, d.evidence_kind, d.evidence_reference, d.collected_through,"
          + " d.recorded_at, d.recorded_by";

  private static final String INSERT =
      "insert into consent_decision (%s) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          .formatted(COLUMNS.replace("d.", ""));

  private static final String HISTORY =
      "select %s from consent_decision d where d.person_id = ? and (? is null or d.id < ?)"
              .formatted(COLUMNS)
          + " order by d.id desc limit ?";

  private final AgroalDataSource source;

  ConsentDecisions(AgroalDataSource source) {
    this.source = source;
  }

  /**
   * Adds decisions, within the caller's transaction.
   *
   * @throws IllegalStateException if the database fails
   */
  void add(List<RecordedDecision> decisions) {
    try (Connection connection = source.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (RecordedDecision decision : decisions) {
        bind(insert, decision);
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException failure) {
      throw new IllegalStateException("Decisions cannot be recorded.", failure);
    }
  }

  /**
   * The newest decisions of each person, use and channel, in one round trip; several where they
   * were taken at the same moment.
   *
   * @throws IllegalStateException if the database fails
   */
  List<RecordedDecision> newest(Collection<UUID> persons) {
    if (persons.isEmpty()) {
      return List.of();
    }
    // The inner select jumps from one (person, use, channel) to the next in the primary key instead
    // of reading histories, which may be as long as somebody likes.
    String select =
        """
        select %s
        from (select person_id, consented_use, channel, max(decided_at) as decided_at
              from consent_decision where person_id in (%s)
              group by person_id, consented_use, channel) newest
        join consent_decision d
          on d.person_id = newest.person_id and d.consented_use = newest.consented_use
          and d.channel = newest.channel and d.decided_at = newest.decided_at
        """
            .formatted(COLUMNS, Columns.parameters(persons));
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(select)) {
      Columns.bind(statement, 1, persons);
      return read(statement);
    } catch (SQLException failure) {
      throw new IllegalStateException("Decisions cannot be read.", failure);
    }
  }

  /**
   * Decisions of a person, last recorded first.
   *
   * @param before only those recorded before this one; null from the last one on
   * @throws IllegalStateException if the database fails
   */
  List<RecordedDecision> history(UUID person, @Nullable UUID before, int limit) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(HISTORY)) {
      statement.setBytes(1, Columns.bytes(person));
      statement.setBytes(2, Columns.bytesOrNull(before));
      statement.setBytes(3, Columns.bytesOrNull(before));
      statement.setInt(4, limit);
      return read(statement);
    } catch (SQLException failure) {
      throw new IllegalStateException("Decisions cannot be read.", failure);
    }
  }

  /**
   * How much there is of a person.
   *
   * @param last when the newest was recorded; null if there are none
   */
  record Extent(long rows, @Nullable Instant last) {}

  /**
   * How many decisions of a person there are, and when the last was recorded.
   *
   * @throws IllegalStateException if the database fails
   */
  Extent extent(UUID person) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select count(*), max(recorded_at) from consent_decision where person_id = ?")) {
      statement.setBytes(1, Columns.bytes(person));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Extent(row.getLong(1), instantOrNull(row.getObject(2, LocalDateTime.class)));
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("Decisions cannot be read.", failure);
    }
  }

  private static List<RecordedDecision> read(PreparedStatement statement) throws SQLException {
    List<RecordedDecision> decisions = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        decisions.add(decision(row));
      }
    }
    return decisions;
  }

  private static RecordedDecision decision(ResultSet row) throws SQLException {
    String channel = row.getString("channel");
    return new RecordedDecision(
        Columns.uuid(row.getBytes("person_id")),
        new Choice(
            Columns.uuid(row.getBytes("id")),
            ConsentedUse.valueOf(row.getString("consented_use")),
            channel.equals(ALL) ? null : ConsentChannel.valueOf(channel),
            Verdict.valueOf(row.getString("decision")),
            Columns.instant(row.getObject("decided_at", LocalDateTime.class)),
            instantOrNull(row.getObject("valid_until", LocalDateTime.class))),
        GivenBy.valueOf(row.getString("given_by")),
        Columns.uuidOrNull(row.getBytes("notice_id")),
        evidence(row.getString("evidence_kind"), row.getString("evidence_reference")),
        CollectedThrough.valueOf(row.getString("collected_through")),
        Columns.instant(row.getObject("recorded_at", LocalDateTime.class)),
        row.getString("recorded_by"));
  }

  private static void bind(PreparedStatement insert, RecordedDecision decision)
      throws SQLException {
    Choice choice = decision.choice();
    Evidence evidence = decision.evidence();
    insert.setBytes(1, Columns.bytes(decision.personId()));
    insert.setString(2, choice.use().name());
    insert.setString(3, choice.channel() == null ? ALL : choice.channel().name());
    insert.setObject(4, Columns.utc(choice.decidedAt()));
    insert.setBytes(5, Columns.bytes(choice.id()));
    insert.setString(6, choice.verdict().name());
    insert.setObject(7, choice.validUntil() == null ? null : Columns.utc(choice.validUntil()));
    insert.setString(8, decision.givenBy().name());
    insert.setBytes(9, Columns.bytesOrNull(decision.noticeId()));
    insert.setString(10, evidence == null ? null : evidence.kind().name());
    insert.setString(11, evidence == null ? null : evidence.reference());
    insert.setString(12, decision.collectedThrough().name());
    insert.setObject(13, Columns.utc(decision.recordedAt()));
    insert.setString(14, decision.recordedBy());
  }

  private static @Nullable Evidence evidence(@Nullable String kind, @Nullable String reference) {
    return kind == null ? null : new Evidence(Evidence.Kind.valueOf(kind), reference);
  }

  private static @Nullable Instant instantOrNull(@Nullable LocalDateTime utc) {
    return utc == null ? null : Columns.instant(utc);
  }
}
