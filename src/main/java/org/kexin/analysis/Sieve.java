package org.kexin.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kexin.transaction.Channel;
import org.kexin.transaction.Kind;

/**
 * Tells the transactions that a query asks for from the others, and counts these by the reason.
 * Asked once for each transaction, those of one customer one after the other. Not thread-safe.
 */
final class Sieve {

  private final SalesQuery query;
  private final @Nullable Currency currency;
  private final ZoneId zone;
  private final Count otherCurrency = new Count();
  private final Count returns = new Count();
  private final Count otherChannel = new Count();
  private final Count otherKind = new Count();
  private long anonymousTransactions;
  private long anonymousLines;
  private long used;
  private @Nullable Instant newest;

  /**
   * @param currency that counts; null where nothing was ever sold
   * @param zone in which an instant becomes a calendar day
   */
  Sieve(SalesQuery query, @Nullable Currency currency, ZoneId zone) {
    this.query = query;
    this.currency = currency;
    this.zone = zone;
  }

  /**
   * The head of a transaction.
   *
   * @param lines of it, as far as they are known
   * @param channel null where the query has no filter of channels
   * @param customerKind null where the query has no filter of kinds, or nobody is known
   */
  record Head(
      @Nullable UUID customer,
      Instant occurredAt,
      Kind kind,
      Currency currency,
      Instant recordedAt,
      int lines,
      @Nullable Channel channel,
      org.kexin.customer.@Nullable Kind customerKind) {}

  /**
   * The day of a transaction that counts, null for one that does not.
   *
   * @throws CancellationException if the thread was interrupted
   */
  @Nullable LocalDate pass(Head head) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("given up");
    }
    if (newest == null || head.recordedAt().isAfter(newest)) {
      newest = head.recordedAt();
    }
    if (!head.currency().equals(currency)) {
      otherCurrency.add(head.customer());
    } else if (head.kind() == Kind.RETURN && query.returns() == SalesQuery.Returns.EXCLUDED) {
      returns.add(head.customer());
    } else if (head.customer() == null && query.anonymous() == SalesQuery.Anonymous.EXCLUDED) {
      anonymousTransactions++;
      anonymousLines += head.lines();
    } else if (!query.filters().takes(head.channel())) {
      otherChannel.add(head.customer());
    } else if (!query.filters().takes(head.customerKind())) {
      otherKind.add(head.customer());
    } else {
      LocalDate day = LocalDate.ofInstant(head.occurredAt(), zone);
      if (isWithin(day)) {
        used++;
        return day;
      }
    }
    return null;
  }

  private boolean isWithin(LocalDate day) {
    return (query.from() == null || !day.isBefore(query.from()))
        && (query.to() == null || !day.isAfter(query.to()));
  }

  SalesPass.Tally tally() {
    return new SalesPass.Tally(
        currency == null ? null : currency.getCurrencyCode(),
        used,
        newest,
        Stream.of(
                otherCurrency.omitted("OTHER_CURRENCY", "Transactions in another currency."),
                returns.omitted("RETURNS", "Returns; ask with returns=DEDUCTED to subtract them."),
                new SalesPass.Omitted(
                    "ANONYMOUS_TRANSACTIONS",
                    "Transactions without a known customer.",
                    anonymousTransactions,
                    0),
                new SalesPass.Omitted(
                    "ANONYMOUS_LINES", "Lines of these transactions.", anonymousLines, 0),
                otherChannel.omitted("OTHER_CHANNEL", "Transactions through another channel."),
                otherKind.omitted(
                    "OTHER_CUSTOMER_KIND",
                    "Transactions of customers of the other kind, or of nobody known."))
            .filter(omitted -> omitted.count() > 0)
            .toList());
  }

  /** Transactions, or lines, and their customers, whose rows stand together. */
  static final class Count {
    private long rows;
    private long customers;
    private @Nullable UUID last;

    void add(@Nullable UUID customer) {
      rows++;
      if (customer != null && !customer.equals(last)) {
        customers++;
        last = customer;
      }
    }

    SalesPass.Omitted omitted(String code, String detail) {
      return new SalesPass.Omitted(code, detail, rows, customers);
    }
  }
}
