package org.kexin.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Sale;
import org.kexin.transaction.Kind;
import org.kexin.transaction.LineRow;
import org.kexin.transaction.LinesReader;
import org.kexin.transaction.SaleRow;
import org.kexin.transaction.SalesFilter;
import org.kexin.transaction.SalesReader;

/** One streaming pass over the sales that a query asks for, or their lines, ordered by customer. */
@ApplicationScoped
public class SalesPass {

  private final SalesReader reader;
  private final LinesReader lines;
  private final AnalysisConfig config;

  SalesPass(SalesReader reader, LinesReader lines, AnalysisConfig config) {
    this.reader = reader;
    this.lines = lines;
    this.config = config;
  }

  /** A result and what the pass that led to it saw. */
  public record Outcome<T>(T result, Tally tally) {}

  /**
   * What a pass used and left out.
   *
   * @param knownAt when the newest of all sales read came to be known; null when there was none
   */
  public record Tally(
      @Nullable String currency, long used, @Nullable Instant knownAt, List<Omitted> omitted) {}

  /**
   * Something that a pass left out.
   *
   * @param customers known customers among those concerned
   */
  public record Omitted(String code, String detail, long count, long customers) {}

  /**
   * Hands every sale that is used to {@code sink}.
   *
   * @throws CancellationException if the thread is interrupted meanwhile
   */
  public Tally read(SalesQuery query, Consumer<Sale<UUID>> sink) {
    Sieve sieve = sieve(query);
    reader.stream(SalesFilter.knownAt(query.knownAt()), row -> sieved(row, sieve, sink));
    return sieve.tally();
  }

  /** As {@link #read}, the sales of one customer. */
  public Tally readOf(UUID customer, SalesQuery query, Consumer<Sale<UUID>> sink) {
    Sieve sieve = sieve(query);
    reader.streamOf(customer, query.knownAt(), row -> sieved(row, sieve, sink));
    return sieve.tally();
  }

  private static void sieved(SaleRow row, Sieve sieve, Consumer<Sale<UUID>> sink) {
    LocalDate day =
        sieve.pass(
            new Sieve.Head(
                row.customerId(),
                row.occurredAt(),
                row.kind(),
                row.currency(),
                row.recordedAt(),
                row.lineCount()));
    if (day != null) {
      sink.accept(sale(row, day));
    }
  }

  /**
   * Hands every line of the sales that are used to {@code sink}, those of one transaction one after
   * the other.
   *
   * @throws CancellationException if the thread is interrupted meanwhile
   */
  public Tally readLines(SalesQuery query, Consumer<SoldLine> sink) {
    LinePass pass = new LinePass(sieve(query), sink);
    lines.stream(query.knownAt(), pass::row);
    return pass.tally();
  }

  /** As {@link #readLines}, the lines of one customer. */
  public Tally readLinesOf(UUID customer, SalesQuery query, Consumer<SoldLine> sink) {
    LinePass pass = new LinePass(sieve(query), sink);
    lines.streamOf(customer, query.knownAt(), pass::row);
    return pass.tally();
  }

  /** What products are called, by id. */
  public Map<UUID, LinesReader.ProductLabel> products() {
    return lines.products();
  }

  private Sieve sieve(SalesQuery query) {
    Currency currency = query.currency() == null ? reader.mainCurrency() : query.currency();
    return new Sieve(query, currency, config.zone());
  }

  private static Sale<UUID> sale(SaleRow row, LocalDate day) {
    return new Sale<>(
        row.customerId(),
        day,
        row.total(),
        row.lineCount(),
        row.kind() == Kind.RETURN ? -row.quantity() : row.quantity());
  }

  /** Asks the sieve once for all lines of a transaction. */
  private static final class LinePass {
    private final Sieve sieve;
    private final Consumer<SoldLine> sink;
    private @Nullable UUID transaction;
    private @Nullable LocalDate day;

    LinePass(Sieve sieve, Consumer<SoldLine> sink) {
      this.sieve = sieve;
      this.sink = sink;
    }

    void row(LineRow row) {
      if (!row.transactionId().equals(transaction)) {
        transaction = row.transactionId();
        day =
            sieve.pass(
                new Sieve.Head(
                    row.customerId(),
                    row.occurredAt(),
                    row.kind(),
                    row.currency(),
                    row.recordedAt(),
                    1));
      }
      LocalDate counted = day;
      if (counted != null) {
        sink.accept(SoldLine.of(row, counted));
      }
    }

    /** Without the lines of anonymous transactions, of which only the first one was looked at. */
    Tally tally() {
      Tally tally = sieve.tally();
      return new Tally(
          tally.currency(),
          tally.used(),
          tally.knownAt(),
          tally.omitted().stream().filter(it -> !it.code().equals("ANONYMOUS_LINES")).toList());
    }
  }
}
