package org.kexin.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Clock;
import org.kexin.shared.Columns;
import org.kexin.shared.Ids;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;

/** Accesses beyond role and purpose, and what reviewers found of them. Reviews are only added. */
@ApplicationScoped
public class Justifications {

  private static final int MAX_PERSONS = 10;
  private static final int MAX_REVIEWS = 20;

  /** The database cuts the line out of its batch, so that a page is its lines and no more. */
  private static final String SELECT =
      """
      select j.record_id,
        substring_index(substring_index(b.records, '\\n', j.place + 1), '\\n', -1) as line
      from access_justification j join access_chain c on c.seq = j.seq
      join access_batch b on b.writer = c.writer and b.number = c.number
      where j.record_id < ? and (? is null or j.kind = ?)
        and (? is null
          or ? = exists (select 1 from access_review r where r.record_id = j.record_id))
      order by j.record_id desc limit ?
      """;

  private static final String INSERT =
      """
      insert into access_review (id, record_id, verdict, comment, reviewer, at)
      values (?, ?, ?, ?, ?, ?)
      """;
  private static final UUID NEWEST = new UUID(-1, -1);

  private final AgroalDataSource source;
  private final AgroalDataSource transactional;
  private final AccessWatch watch;
  private final Ids ids;
  private final Clock clock;

  Justifications(
      @DataSource("audit") AgroalDataSource source,
      AgroalDataSource transactional,
      AccessWatch watch,
      Ids ids,
      Clock clock) {
    this.source = source;
    this.transactional = transactional;
    this.watch = watch;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Those with and without reviews, newest first.
   *
   * @param kind only of this kind, null for all
   * @param reviewed only with, or only without reviews, null for all
   */
  public Page<JustificationView> list(
      Justification.@Nullable Kind kind, @Nullable Boolean reviewed, PageRequest page) {
    try {
      if (page.after() == null) {
        watch.catchUp();
      }
      List<AccessRecord> rows = select(kind, reviewed, page);
      Map<UUID, List<ReviewView>> reviews = reviews(rows.stream().map(AccessRecord::id).toList());
      return Page.of(rows, page, row -> row.id().toString())
          .map(row -> view(row, reviews.getOrDefault(row.id(), List.of())));
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** Whether there is an access of this id that was justified. */
  public boolean exists(UUID record) {
    try {
      watch.catchUp();
      try (Connection connection = source.getConnection();
          PreparedStatement select =
              connection.prepareStatement(
                  "select 1 from access_justification where record_id = ?")) {
        select.setBytes(1, Columns.bytes(record));
        try (ResultSet row = select.executeQuery()) {
          return row.next();
        }
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** Adds a review within the caller's transaction and gives its id. */
  public UUID add(UUID record, NewReview review, String reviewer) {
    UUID id = ids.next();
    try (Connection connection = transactional.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setBytes(1, Columns.bytes(id));
      insert.setBytes(2, Columns.bytes(record));
      insert.setString(3, review.verdict().name());
      insert.setString(4, review.comment());
      insert.setString(5, reviewer);
      insert.setObject(6, Columns.utc(clock.now()));
      insert.executeUpdate();
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException("The review cannot be written.", e);
    }
  }

  private List<AccessRecord> select(
      Justification.@Nullable Kind kind, @Nullable Boolean reviewed, PageRequest page)
      throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      UUID after = page.afterId();
      String name = kind == null ? null : kind.name();
      select.setBytes(1, Columns.bytes(after == null ? NEWEST : after));
      select.setString(2, name);
      select.setString(3, name);
      select.setObject(4, reviewed);
      select.setObject(5, reviewed);
      select.setInt(6, page.rowsToRead());
      List<AccessRecord> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(AccessLine.read(row.getString("line")));
        }
      }
      return rows;
    }
  }

  private Map<UUID, List<ReviewView>> reviews(Collection<UUID> records) throws SQLException {
    Map<UUID, List<ReviewView>> reviews = new HashMap<>();
    if (records.isEmpty()) {
      return reviews;
    }
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select * from access_review where record_id in ("
                    + Columns.parameters(records)
                    + ") order by record_id, id")) {
      Columns.bind(select, 1, records);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          List<ReviewView> ofRecord =
              reviews.computeIfAbsent(
                  Columns.uuid(row.getBytes("record_id")), none -> new ArrayList<>());
          if (ofRecord.size() < MAX_REVIEWS) {
            ofRecord.add(
                new ReviewView(
                    Columns.uuid(row.getBytes("id")),
                    Columns.instant(row.getObject("at", LocalDateTime.class)),
                    row.getString("reviewer"),
                    Verdict.valueOf(row.getString("verdict")),
                    row.getString("comment")));
          }
        }
      }
    }
    return reviews;
  }

  private static JustificationView view(AccessRecord access, List<ReviewView> reviews) {
    return new JustificationView(
        access.id(),
        access.at(),
        access.userId(),
        access.department(),
        access.roles(),
        access.purpose(),
        access.operation(),
        Objects.requireNonNull(access.justification()),
        access.persons().subList(0, Math.min(MAX_PERSONS, access.persons().size())),
        access.disclosed(),
        reviews);
  }

  private static IllegalStateException unreadable(SQLException cause) {
    return new IllegalStateException("The justifications cannot be read.", cause);
  }
}
