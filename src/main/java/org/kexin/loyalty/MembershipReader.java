package org.kexin.loyalty;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;
import org.kexin.shared.JsonColumn;

/**
 * Reads for analyses what the open memberships of customers come to, one customer after the other,
 * with memory that does not grow with their number. Uses the {@code analysis} data source, which
 * may lag behind the primary. Memberships are as they are now: what they were is not kept.
 */
@ApplicationScoped
public class MembershipReader {

  // Ends with the key that it goes along; the sum takes one range of a key that holds all it asks.
  private static final String MEMBERSHIPS =
      """
      select a.open_customer_id, a.programme_id, a.level,
        (select coalesce(sum(l.points - l.reversed), 0) from points_lot l
          where l.account_id = a.id and l.earned_at >= ? and l.earned_at < ?
            and l.transaction_id is not null)
      from loyalty_account a
      """;

  private static final String ALL =
      MEMBERSHIPS + " where a.open_customer_id is not null order by a.open_customer_id";
  private static final String ONE = MEMBERSHIPS + " where a.open_customer_id = ?";
  private static final String TERMS =
      """
      select p.id, t.terms from loyalty_programme p
      join loyalty_terms t on t.programme_id = p.id and t.number = p.terms_number
      """;

  private final AgroalDataSource source;

  MembershipReader(@DataSource("analysis") AgroalDataSource source) {
    this.source = source;
  }

  /**
   * The open memberships of one customer together.
   *
   * @param points that purchases of the period brought, less what went back with returns; over all
   *     programmes. Points that were spent or expired count, those that staff gave do not
   * @param level the highest place of a level among those of its programme, from 1; 0 for none
   */
  public record Standing(UUID customer, long points, int level) {

    Standing and(Standing other) {
      return new Standing(
          customer, Math.addExact(points, other.points), Math.max(level, other.level));
    }
  }

  /**
   * All customers with an open membership, by id in the order of its unsigned bytes.
   *
   * @param from first moment of purchases whose points count
   * @param until the first one after it
   * @return holds a connection until it is closed
   * @throws IllegalStateException if the database fails
   */
  public Cursor open(Instant from, Instant until) {
    try {
      Connection connection = source.getConnection();
      try {
        return new Cursor(connection, levels(connection), from, until);
      } catch (SQLException failure) {
        connection.close();
        throw failure;
      }
    } catch (SQLException failure) {
      throw unreadable(failure);
    }
  }

  /** One customer; empty without an open membership. As {@link #open}. */
  public Optional<Standing> of(UUID customer, Instant from, Instant until) {
    try (Connection connection = source.getConnection()) {
      Map<UUID, List<String>> levels = levels(connection);
      try (PreparedStatement select = connection.prepareStatement(ONE)) {
        within(select, from, until);
        select.setBytes(3, Columns.bytes(customer));
        Standing standing = null;
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            Standing one = read(row, levels);
            standing = standing == null ? one : standing.and(one);
          }
        }
        return Optional.ofNullable(standing);
      }
    } catch (SQLException failure) {
      throw unreadable(failure);
    }
  }

  /** Gives one customer after the other. Not thread-safe. */
  public static final class Cursor implements AutoCloseable {

    private final Connection connection;
    private final Map<UUID, List<String>> levels;
    private final ResultSet row;
    private @Nullable Standing ahead;

    private Cursor(
        Connection connection, Map<UUID, List<String>> levels, Instant from, Instant until)
        throws SQLException {
      this.connection = connection;
      this.levels = levels;
      PreparedStatement select =
          connection.prepareStatement(ALL, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
      select.setFetchSize(Integer.MIN_VALUE); // Connector/J: rows come one by one
      within(select, from, until);
      row = select.executeQuery();
      ahead = row.next() ? read(row, levels) : null;
    }

    /** The next customer; null behind the last. */
    public @Nullable Standing next() {
      Standing found = ahead;
      if (found == null) {
        return null;
      }
      try {
        Standing following;
        while ((following = row.next() ? read(row, levels) : null) != null
            && following.customer().equals(found.customer())) {
          found = found.and(following);
        }
        ahead = following;
        return found;
      } catch (SQLException failure) {
        throw unreadable(failure);
      }
    }

    @Override
    public void close() {
      // Whatever was opened on it is closed with the connection.
      try {
        connection.close();
      } catch (SQLException failure) {
        throw unreadable(failure);
      }
    }
  }

  /** The codes of the levels that hold now, by programme. */
  private static Map<UUID, List<String>> levels(Connection connection) throws SQLException {
    Map<UUID, List<String>> levels = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(TERMS);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        ProgrammeTerms terms =
            JsonColumn.read(
                row.getString(2).getBytes(StandardCharsets.UTF_8), ProgrammeTerms.class);
        levels.put(
            Columns.uuid(row.getBytes(1)),
            terms.levels().stream().map(LoyaltyLevel::code).toList());
      }
    }
    return levels;
  }

  private static void within(PreparedStatement select, Instant from, Instant until)
      throws SQLException {
    LocalDateTime first = Columns.utc(from);
    LocalDateTime behind = Columns.utc(until);
    select.setObject(1, first);
    select.setObject(2, behind);
  }

  private static Standing read(ResultSet row, Map<UUID, List<String>> levels) throws SQLException {
    String level = row.getString(3);
    List<String> known = levels.getOrDefault(Columns.uuid(row.getBytes(2)), List.of());
    // A level that the present terms do not know any more is none.
    return new Standing(
        Columns.uuid(row.getBytes(1)),
        row.getLong(4),
        level == null ? 0 : known.indexOf(level) + 1);
  }

  private static IllegalStateException unreadable(SQLException failure) {
    return new IllegalStateException("Memberships cannot be read.", failure);
  }
}
