package org.kexin.transaction;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;
import org.kexin.shared.Ids;
import org.kexin.shared.person.FieldOutcome;
import org.kexin.shared.person.KeepingTerms;
import org.kexin.shared.person.PersonFile;
import org.kexin.shared.person.PersonalDataHolder;

/**
 * What a person bought, for the person and for erasure. Documents of sales must be kept for the
 * books; erasure cuts their link to the person. All of one person get the same fresh id, which
 * stands nowhere else: sums by customer stay right, and nobody can tell whose they were.
 */
@ApplicationScoped
class PurchasesOfPerson implements PersonalDataHolder {

  private static final String SALES = "sales_transaction";
  private static final String LINES = "sales_transaction_line";
  private static final String GROUND = "Accounting law asks for the documents of sales.";

  private static final String SELECT =
      """
      select t.id, t.kind, t.source, t.number, t.channel, t.currency, t.occurred_at, t.total,
        t.quantity, t.created_at, t.due_on, t.exchanged_for, l.line_no, p.code, p.name, l.quantity, l.unit_price, l.returned
      from sales_transaction t
      left join sales_transaction_line l on l.transaction_id = t.id
      left join product p on p.id = l.product_id
      where t.customer_id = ? order by t.occurred_at, t.id, l.line_no
      """;

  private final AgroalDataSource source;
  private final Ids ids;

  PurchasesOfPerson(AgroalDataSource source, Ids ids) {
    this.source = source;
    this.ids = ids;
  }

  /** An order or a return, in clear; what came of which order stands with the order. */
  record Purchase(
      UUID id,
      String kind,
      String source,
      String number,
      String channel,
      String currency,
      Instant occurredAt,
      BigDecimal total,
      long quantity,
      Instant recordedAt,
      @Nullable LocalDate dueOn,
      @Nullable UUID exchangedFor,
      List<Line> lines) {

    /** A line of it. */
    record Line(
        int lineNo,
        String productCode,
        @Nullable String productName,
        int quantity,
        BigDecimal unitPrice,
        int returned) {}
  }

  @Override
  public Set<String> tables() {
    return Set.of(SALES, LINES);
  }

  @Override
  public void export(UUID person, PersonFile file) {
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                SELECT, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      // Connector/J: this value, and no other, makes rows come one by one instead of all at once.
      select.setFetchSize(Integer.MIN_VALUE);
      select.setBytes(1, Columns.bytes(person));
      try (ResultSet row = select.executeQuery()) {
        Purchase open = null;
        while (row.next()) {
          if (open != null && !open.id().equals(Columns.uuid(row.getBytes(1)))) {
            file.add("transactions", open);
            open = null;
          }
          open = open == null ? purchase(row) : open;
          if (row.getString(14) != null) {
            open.lines().add(line(row));
          }
        }
        if (open != null) {
          file.add("transactions", open);
        }
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("Purchases cannot be read.", failure);
    }
  }

  @Override
  public List<FieldOutcome> erase(UUID person, KeepingTerms terms) {
    try (Connection connection = source.getConnection()) {
      Instant until = null;
      long lines;
      try (PreparedStatement select =
          connection.prepareStatement(
              "select max(occurred_at), coalesce(sum(line_count), 0) from sales_transaction"
                  + " where customer_id = ?")) {
        select.setBytes(1, Columns.bytes(person));
        try (ResultSet row = select.executeQuery()) {
          row.next();
          LocalDateTime last = row.getObject(1, LocalDateTime.class);
          until =
              last == null ? null : KeepingTerms.until(Columns.instant(last), terms.bookkeeping());
          lines = row.getLong(2);
        }
      }
      long sales;
      try (PreparedStatement cut =
          connection.prepareStatement(
              "update sales_transaction set customer_id = ? where customer_id = ?")) {
        cut.setBytes(1, Columns.bytes(ids.next()));
        cut.setBytes(2, Columns.bytes(person));
        sales = cut.executeUpdate();
      }
      List<FieldOutcome> outcomes = new ArrayList<>();
      outcomes.add(FieldOutcome.pseudonymised(SALES, sales, "customer_id"));
      outcomes.addAll(
          FieldOutcome.kept(
              SALES,
              sales,
              GROUND,
              until,
              "id",
              "kind",
              "source",
              "number",
              "channel",
              "currency",
              "occurred_at",
              "total",
              "line_count",
              "quantity",
              "created_at",
              "due_on",
              "exchanged_for"));
      outcomes.addAll(
          FieldOutcome.kept(
              LINES,
              lines,
              GROUND,
              until,
              "transaction_id",
              "product_id",
              "quantity",
              "unit_price",
              "returned",
              "return_of_transaction_id",
              "return_of_line_no"));
      return outcomes;
    } catch (SQLException failure) {
      throw new IllegalStateException("Purchases cannot be pseudonymised.", failure);
    }
  }

  private static Purchase purchase(ResultSet row) throws SQLException {
    return new Purchase(
        Columns.uuid(row.getBytes(1)),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        Columns.instant(row.getObject(7, LocalDateTime.class)),
        row.getBigDecimal(8),
        row.getLong(9),
        Columns.instant(row.getObject(10, LocalDateTime.class)),
        row.getObject(11, LocalDate.class),
        Columns.uuidOrNull(row.getBytes(12)),
        new ArrayList<>());
  }

  private static Purchase.Line line(ResultSet row) throws SQLException {
    return new Purchase.Line(
        row.getInt(13),
        row.getString(14),
        row.getString(15),
        row.getInt(16),
        row.getBigDecimal(17),
        row.getInt(18));
  }
}
