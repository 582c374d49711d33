package org.kexin.loyalty;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Actor;
import org.kexin.access.Changes;
import org.kexin.loyalty.PointsEntry.Cause;
import org.kexin.shared.Columns;
import org.kexin.shared.Ids;
import org.kexin.shared.ProblemException;
import org.kexin.testing.Database;
import org.kexin.transaction.Channel;
import org.kexin.transaction.Kind;
import org.kexin.transaction.LineReference;
import org.kexin.transaction.SalesRecorded;

/** An account in the database, changed by what changes accounts there, at any moment. */
@ApplicationScoped
class BookInDatabase {

  private static final Actor TEST = Actor.knownOnlyAs("test", "histories", "histories");
  private static final Currency CNY = Currency.getInstance("CNY");

  private final LoyaltyProgrammes programmes;
  private final LoyaltyAccounts accounts;
  private final PointsBooks books;
  private final PointsEntries entries;
  private final PurchasePoints purchases;
  private final LoyaltySchedule schedule;
  private final Changes changes;
  private final Ids ids;

  BookInDatabase(
      LoyaltyProgrammes programmes,
      LoyaltyAccounts accounts,
      PointsBooks books,
      PointsEntries entries,
      PurchasePoints purchases,
      LoyaltySchedule schedule,
      Changes changes,
      Ids ids) {
    this.programmes = programmes;
    this.accounts = accounts;
    this.books = books;
    this.entries = entries;
    this.purchases = purchases;
    this.schedule = schedule;
    this.changes = changes;
    this.ids = ids;
  }

  /** A fresh account of a fresh customer in a fresh programme. */
  Account account(ProgrammeTerms terms, Instant openedAt) {
    UUID programme = ids.next();
    LoyaltyAccount account = new LoyaltyAccount(ids.next(), programme, ids.next(), openedAt);
    inTransaction(
        () -> {
          NewLoyaltyProgramme document =
              new NewLoyaltyProgramme("history-" + programme, "History", terms);
          programmes.persist(new LoyaltyProgramme(programme, document, openedAt, "test"));
          programmes.add(new PublishedTerms(programme, 1, terms, openedAt, "test"));
          accounts.persist(account);
        });
    return new Account(account.id(), account.customerId());
  }

  /** Lets the job run as of a moment until it finds nothing. */
  void job(Instant now) {
    int[] done = {1};
    while (done[0] > 0) {
      inTransaction(() -> done[0] = schedule.settleSome(now));
    }
  }

  /** Lets the other job run once as of a moment. */
  void levels(Instant now) {
    inTransaction(() -> schedule.reviewSome(now));
  }

  private void inTransaction(Runnable work) {
    changes.onBehalfOf(
        TEST,
        () -> {
          QuarkusTransaction.requiringNew().run(work);
          return true;
        });
  }

  /** One account. */
  final class Account implements Histories.Subject {

    final UUID id;
    private final UUID customer;
    private final UUID product = ids.next();
    private final List<UUID> orders = new ArrayList<>();
    private final Map<Integer, UUID> spendings = new HashMap<>();

    Account(UUID id, UUID customer) {
      this.id = id;
      this.customer = customer;
    }

    @Override
    public void order(int order, Instant at, List<PointByPoint.Bought> lines, Instant now) {
      orders.add(ids.next());
      List<SalesRecorded.Line> bought = new ArrayList<>();
      for (PointByPoint.Bought line : lines) {
        bought.add(line(bought.size() + 1, line.pieces(), Histories.price(line), null));
      }
      record(Kind.ORDER, orders.getLast(), at, bought, now);
    }

    @Override
    public void giveBack(int order, int line, int pieces, Instant now) {
      LineReference original = new LineReference(orders.get(order), line + 1);
      record(Kind.RETURN, ids.next(), now, List.of(line(1, pieces, BigDecimal.ONE, original)), now);
    }

    @Override
    public boolean spend(int spending, long points, Instant now) {
      UUID spent = ids.next();
      spendings.put(spending, spent);
      return happens(book -> book.spend(points, Cause.request(spent, null, "test")), now);
    }

    @Override
    public void rollBack(int spending, Instant now) {
      UUID spent = Objects.requireNonNull(spendings.get(spending));
      inTransaction(
          () -> {
            PointsBook book = open(now);
            List<PointsEntry> rows = entries.ofOperation(id, spent);
            entries
                .lots(rows.stream().map(row -> Objects.requireNonNull(row.lotId())).toList())
                .forEach(book::know);
            book.rollBack(rows, Cause.rollBack(ids.next(), spent, "test"));
          });
    }

    @Override
    public boolean adjust(long points, Instant now) {
      return happens(book -> book.adjust(points, Cause.request(ids.next(), null, "test")), now);
    }

    @Override
    public void settle(Instant now) {
      job(now);
    }

    @Override
    public void close(Instant now) {
      inTransaction(() -> open(now).close(Cause.request(ids.next(), null, "test")));
    }

    @Override
    public Histories.Picture picture() {
      try {
        Map<PointsBucket, Long> buckets = new EnumMap<>(PointsBucket.class);
        for (PointsBucket bucket : PointsBucket.values()) {
          buckets.put(bucket, 0L);
        }
        for (Map<String, @Nullable Object> row :
            rows("select debit, credit, points from points_entry where account_id = ?")) {
          long points = number(row, "points");
          buckets.merge(PointsBucket.valueOf(text(row, "debit")), -points, Long::sum);
          buckets.merge(PointsBucket.valueOf(text(row, "credit")), points, Long::sum);
        }
        Map<Instant, Long> pending = new HashMap<>();
        Map<Instant, Long> available = new HashMap<>();
        for (Map<String, @Nullable Object> row :
            rows(
                "select expires_at, pending, available from points_lot"
                    + " where is_open and account_id = ?")) {
          LocalDateTime end = (LocalDateTime) Objects.requireNonNull(row.get("expires_at"));
          add(pending, end.toInstant(ZoneOffset.UTC), number(row, "pending"));
          add(available, end.toInstant(ZoneOffset.UTC), number(row, "available"));
        }
        Map<String, @Nullable Object> columns =
            rows("select pending, available, owed from loyalty_account where id = ?").getFirst();
        return new Histories.Picture(
            buckets,
            number(columns, "pending"),
            number(columns, "available"),
            number(columns, "owed"),
            pending,
            available);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    /** A refusal undoes what time did, too; so that is done before. */
    private boolean happens(Consumer<PointsBook> operation, Instant now) {
      job(now);
      try {
        inTransaction(() -> operation.accept(open(now)));
        return true;
      } catch (ProblemException refused) {
        return false;
      }
    }

    private PointsBook open(Instant now) {
      return Objects.requireNonNull(books.open(List.of(id), now).get(id));
    }

    private void record(
        Kind kind, UUID transaction, Instant at, List<SalesRecorded.Line> lines, Instant now) {
      SalesRecorded.Sale sale =
          new SalesRecorded.Sale(transaction, kind, customer, Channel.SHOP, CNY, at, lines);
      inTransaction(() -> purchases.book(new SalesRecorded(List.of(sale)), now));
    }

    private SalesRecorded.Line line(
        int lineNo, int pieces, BigDecimal price, @Nullable LineReference original) {
      return new SalesRecorded.Line(lineNo, product, pieces, price, original);
    }

    private List<Map<String, @Nullable Object>> rows(String sql) throws SQLException {
      return Database.rows(sql, (Object) Columns.bytes(id));
    }
  }

  /** Long before any history. */
  static Instant beforeAll() {
    return Histories.START.minus(Duration.ofDays(100));
  }

  private static long number(Map<String, @Nullable Object> row, String column) {
    return ((Number) Objects.requireNonNull(row.get(column))).longValue();
  }

  private static String text(Map<String, @Nullable Object> row, String column) {
    return String.valueOf(row.get(column));
  }

  private static void add(Map<Instant, Long> sums, Instant end, long points) {
    if (points != 0) {
      sums.merge(end, points, Long::sum);
    }
  }
}
