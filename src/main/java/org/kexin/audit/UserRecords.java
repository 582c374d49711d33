package org.kexin.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.kexin.shared.Columns;

/** The records of one user, by the index of users. */
@ApplicationScoped
class UserRecords {

  /** Batches in memory at a time. */
  private static final int LINKS_AT_ONCE = 20;

  private static final String SELECT =
      """
      select u.seq, b.records from access_user u
      join access_chain c on c.seq = u.seq
      join access_batch b on b.writer = c.writer and b.number = c.number
      where u.user_key = ? and u.seq < ? order by u.seq desc limit
      """
          + LINKS_AT_ONCE;

  private final AgroalDataSource source;

  UserRecords(@DataSource("audit") AgroalDataSource source) {
    this.source = source;
  }

  /**
   * Hands over chained records, newest first.
   *
   * @param seq of the link to begin with
   * @param place before which to begin in that link
   * @param goesOn whether the next is wanted
   */
  void newestFirst(String userId, long seq, int place, Predicate<AccessRecords.Found> goesOn)
      throws SQLException {
    long before = seq == Long.MAX_VALUE ? seq : seq + 1;
    List<Link> links;
    do {
      links = links(userId, before);
      for (Link link : links) {
        before = link.seq();
        int end = link.seq() == seq ? Math.min(place, link.lines().size()) : link.lines().size();
        for (int at = end - 1; at >= 0; at--) {
          String line = link.lines().get(at);
          if (AccessLine.parties(line).userId().equals(userId)
              && !goesOn.test(new AccessRecords.Found(link.seq(), at, AccessLine.read(line)))) {
            return;
          }
        }
      }
    } while (links.size() == LINKS_AT_ONCE);
  }

  private record Link(long seq, List<String> lines) {}

  private List<Link> links(String userId, long before) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setBytes(1, Columns.bytes(UserKey.of(userId)));
      select.setLong(2, before);
      List<Link> links = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          links.add(new Link(row.getLong("seq"), row.getString("records").lines().toList()));
        }
      }
      return links;
    }
  }
}
