package org.kexin.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Sale;
import org.kexin.transaction.Kind;
import org.kexin.transaction.SaleRow;
import org.kexin.transaction.SalesFilter;
import org.kexin.transaction.SalesReader;

/** One streaming pass over the sales that a query asks for, ordered by customer. */
@ApplicationScoped
class SalesPass {

  private final SalesReader reader;
  private final AnalysisConfig config;

  SalesPass(SalesReader reader, AnalysisConfig config) {
    this.reader = reader;
    this.config = config;
  }

  /** A result and what the pass that led to it saw. */
  record Outcome<T>(T result, Tally tally) {}

  /** What a pass used and left out. */
  record Tally(@Nullable String currency, long used, List<Omitted> omitted) {}

  /**
   * Something that a pass left out.
   *
   * @param customers known customers among those concerned
   */
  record Omitted(String code, String detail, long count, long customers) {}

  /** Hands every sale that is used to {@code sink}. */
  Tally read(SalesQuery query, Consumer<Sale<UUID>> sink) {
    Currency currency = query.currency() == null ? reader.mainCurrency() : query.currency();
    Pass pass = new Pass(query, currency, sink);
    reader.stream(SalesFilter.knownAt(query.knownAt()), pass::row);
    return pass.tally();
  }

  private final class Pass {
    private final SalesQuery query;
    private final @Nullable Currency currency;
    private final Consumer<Sale<UUID>> sink;
    private long used;
    private final Count otherCurrency = new Count();
    private final Count returns = new Count();
    private long anonymousTransactions;
    private long anonymousLines;

    Pass(SalesQuery query, @Nullable Currency currency, Consumer<Sale<UUID>> sink) {
      this.query = query;
      this.currency = currency;
      this.sink = sink;
    }

    void row(SaleRow row) {
      LocalDate day = LocalDate.ofInstant(row.occurredAt(), config.zone());
      if (!row.currency().equals(currency)) {
        otherCurrency.add(row.customerId());
      } else if (row.kind() == Kind.RETURN && query.returns() == SalesQuery.Returns.EXCLUDED) {
        returns.add(row.customerId());
      } else if (row.customerId() == null && query.anonymous() == SalesQuery.Anonymous.EXCLUDED) {
        anonymousTransactions++;
        anonymousLines += row.lineCount();
      } else if (isWithin(day)) {
        used++;
        sink.accept(
            new Sale<>(
                row.customerId(),
                day,
                row.total(),
                row.lineCount(),
                row.kind() == Kind.RETURN ? -row.quantity() : row.quantity()));
      }
    }

    private boolean isWithin(LocalDate day) {
      return (query.from() == null || !day.isBefore(query.from()))
          && (query.to() == null || !day.isAfter(query.to()));
    }

    Tally tally() {
      return new Tally(
          currency == null ? null : currency.getCurrencyCode(),
          used,
          Stream.of(
                  new Omitted(
                      "OTHER_CURRENCY",
                      "Transactions in another currency.",
                      otherCurrency.transactions,
                      otherCurrency.customers),
                  new Omitted(
                      "RETURNS",
                      "Returns; ask with returns=DEDUCTED to subtract them.",
                      returns.transactions,
                      returns.customers),
                  new Omitted(
                      "ANONYMOUS_TRANSACTIONS",
                      "Transactions without a known customer.",
                      anonymousTransactions,
                      0),
                  new Omitted("ANONYMOUS_LINES", "Lines of these transactions.", anonymousLines, 0))
              .filter(omitted -> omitted.count() > 0)
              .toList());
    }
  }

  /** Transactions and their customers, whose rows stand together. */
  private static final class Count {
    private long transactions;
    private long customers;
    private @Nullable UUID last;

    void add(@Nullable UUID customer) {
      transactions++;
      if (customer != null && !customer.equals(last)) {
        customers++;
        last = customer;
      }
    }
  }
}
