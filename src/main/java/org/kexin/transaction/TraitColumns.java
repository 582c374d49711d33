package org.kexin.transaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The traits of transactions in SQL: two columns, null where they are not asked for. */
final class TraitColumns {

  private TraitColumns() {}

  /**
   * Puts them into a query of transactions {@code t} that holds {@code %s} behind its columns and
   * {@code %s} behind its tables. Customers are joined by their primary key in the order of the
   * transactions, which is that of this key, so each page of them is read once.
   */
  static String into(String query, Set<SaleTrait> traits) {
    boolean kind = traits.contains(SaleTrait.CUSTOMER_KIND);
    return query.formatted(
        (traits.contains(SaleTrait.CHANNEL) ? "t.channel" : "null")
            + (kind ? ", c.kind" : ", null"),
        kind ? "left join customer c on c.id = t.customer_id" : "");
  }

  static @Nullable Channel channel(ResultSet row, int column) throws SQLException {
    String channel = row.getString(column);
    return channel == null ? null : Channel.valueOf(channel);
  }

  static org.kexin.customer.@Nullable Kind kind(ResultSet row, int column) throws SQLException {
    String kind = row.getString(column);
    return kind == null ? null : org.kexin.customer.Kind.valueOf(kind);
  }
}
