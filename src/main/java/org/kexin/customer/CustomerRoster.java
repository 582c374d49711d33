package org.kexin.customer;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;

/**
 * Walks all customers a stretch of ids at a time, for features that pick some of them. A stretch is
 * measured by the rows it reads and not by those that fit: however few do, none takes long.
 */
@ApplicationScoped
public class CustomerRoster {

  private static final String OPEN = "deleted_at is null and restricted_at is null";

  private final AgroalDataSource source;

  CustomerRoster(AgroalDataSource source) {
    this.source = source;
  }

  /**
   * The last id of the stretch behind an id; null when nobody is left.
   *
   * @param after null to begin
   * @param rows of the stretch, at most
   */
  public @Nullable UUID endOfStretch(@Nullable UUID after, int rows) {
    List<UUID> last =
        ids(
            "select id from (select id from customer where id > ? order by id limit ?) stretch"
                + " order by id desc limit 1",
            List.of(bytes(after), rows));
    return last.isEmpty() ? null : last.getFirst();
  }

  /**
   * Live, unrestricted customers of a stretch who have these traits, by id.
   *
   * @param after null from the first on
   */
  public List<UUID> picked(@Nullable UUID after, UUID upTo, CustomerTraits traits) {
    StringBuilder sql =
        new StringBuilder("select id from customer where id > ? and id <= ? and " + OPEN);
    List<Object> values = new ArrayList<>(List.of(bytes(after), Columns.bytes(upTo)));
    sql.append(" and created_at < ?");
    values.add(Columns.utc(traits.createdUntil()));
    if (traits.createdFrom() != null) {
      sql.append(" and created_at >= ?");
      values.add(Columns.utc(traits.createdFrom()));
    }
    if (traits.kind() != null) {
      sql.append(" and kind = ?");
      values.add(traits.kind().name());
    }
    oneOf("department", traits.departments(), sql, values);
    oneOf("source", traits.sources().stream().map(Source::name).toList(), sql, values);
    oneOf(
        "json_unquote(json_extract(individual, '$.gender'))",
        traits.genders().stream().map(Individual.Gender::name).toList(),
        sql,
        values);
    // Dates in ISO form are in the order of their letters; a missing one is null and never fits.
    String born = " and json_unquote(json_extract(individual, '$.birthDate')) ";
    if (traits.bornFrom() != null) {
      sql.append(born).append(">= ?");
      values.add(traits.bornFrom().toString());
    }
    if (traits.bornUntil() != null) {
      sql.append(born).append("<= ?");
      values.add(traits.bornUntil().toString());
    }
    return ids(sql.append(" order by id").toString(), values);
  }

  /**
   * Locks, until the caller's transaction ends, those of these customers who are still live and
   * unrestricted, in the order of their ids. Whoever erases one waits, and then finds what was
   * written.
   *
   * @param all at most 1,000
   */
  public List<UUID> lockOpen(Collection<UUID> all) {
    return open(all, "for update");
  }

  /**
   * As {@link #lockOpen}, only that others may hold the same customers at once: who changes one or
   * takes a consent back waits, who approaches them does not.
   */
  List<UUID> holdOpen(Collection<UUID> all) {
    return open(all, "for share");
  }

  /** Locks the row of a customer, whatever its state, until the caller's transaction ends. */
  public void lock(UUID customer) {
    ids("select id from customer where id = ? for update", List.of(Columns.bytes(customer)));
  }

  private List<UUID> open(Collection<UUID> all, String locked) {
    return all.isEmpty()
        ? List.of()
        : ids(
            "select id from customer where id in ("
                + Columns.parameters(all)
                + ") and "
                + OPEN
                + " order by id "
                + locked,
            all.stream().<Object>map(Columns::bytes).toList());
  }

  private static void oneOf(
      String column, Collection<String> allowed, StringBuilder sql, List<Object> values) {
    if (!allowed.isEmpty()) {
      sql.append(" and " + column + " in (" + Columns.parameters(allowed) + ")");
      values.addAll(allowed);
    }
  }

  private static byte[] bytes(@Nullable UUID after) {
    return Columns.bytes(after == null ? new UUID(0, 0) : after);
  }

  private List<UUID> ids(String sql, List<Object> values) {
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        select.setObject(i + 1, values.get(i));
      }
      List<UUID> ids = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ids.add(Columns.uuid(row.getBytes(1)));
        }
      }
      return ids;
    } catch (SQLException failure) {
      throw new IllegalStateException("Customers cannot be read.", failure);
    }
  }
}
