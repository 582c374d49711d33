package org.kexin.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.Sale;
import org.kexin.transaction.Kind;
import org.kexin.transaction.LineRow;
import org.kexin.transaction.LinesReader;
import org.kexin.transaction.SaleRow;
import org.kexin.transaction.SaleTrait;
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
    return read(query, Set.of(), (sale, row) -> sink.accept(sale));
  }

  /**
   * As the other, each with the row that it was.
   *
   * @param besides what the rows tell, beside what the filters of the query need
   */
  Tally read(SalesQuery query, Set<SaleTrait> besides, BiConsumer<Sale<UUID>, SaleRow> sink) {
    Sieve sieve = sieve(query);
    Set<SaleTrait> traits = query.filters().traits();
    traits.addAll(besides);
    reader.stream(SalesFilter.knownAt(query.knownAt()), traits, row -> sieved(row, sieve, sink));
    return sieve.tally();
  }

  /**
   * As {@link #read}, the sales of one customer.
   *
   * @throws IllegalArgumentException if the query has filters
   */
  public Tally readOf(UUID customer, SalesQuery query, Consumer<Sale<UUID>> sink) {
    demandUnfiltered(query);
    Sieve sieve = sieve(query);
    reader.streamOf(
        customer, query.knownAt(), row -> sieved(row, sieve, (sale, _) -> sink.accept(sale)));
    return sieve.tally();
  }

  /** The rows of one customer are read without what filters look at. */
  private static void demandUnfiltered(SalesQuery query) {
    if (!query.filters().equals(Filters.NONE)) {
      throw new IllegalArgumentException("one customer's sales are looked at as a whole");
    }
  }

  private static void sieved(SaleRow row, Sieve sieve, BiConsumer<Sale<UUID>, SaleRow> sink) {
    LocalDate day =
        sieve.pass(
            new Sieve.Head(
                row.customerId(),
                row.occurredAt(),
                row.kind(),
                row.currency(),
                row.recordedAt(),
                row.lineCount(),
                row.channel(),
                row.customerKind()));
    if (day != null) {
      sink.accept(sale(row, day), row);
    }
  }

  /**
   * Hands every line of the sales that are used to {@code sink}, those of one transaction one after
   * the other.
   *
   * @throws CancellationException if the thread is interrupted meanwhile
   */
  public Tally readLines(SalesQuery query, Consumer<SoldLine> sink) {
    LinePass pass = new LinePass(sieve(query), products(query.filters().category()), sink);
    lines.stream(query.knownAt(), query.filters().traits(), pass::row);
    return pass.tally();
  }

  /**
   * As {@link #readLines}, the lines of one customer.
   *
   * @throws IllegalArgumentException if the query has filters
   */
  public Tally readLinesOf(UUID customer, SalesQuery query, Consumer<SoldLine> sink) {
    demandUnfiltered(query);
    LinePass pass = new LinePass(sieve(query), null, sink);
    lines.streamOf(customer, query.knownAt(), pass::row);
    return pass.tally();
  }

  /** What products are called, by id. */
  public Map<UUID, LinesReader.ProductLabel> products() {
    return lines.products();
  }

  /** The products of a category; null for all there are. */
  private @Nullable Set<UUID> products(@Nullable String category) {
    return category == null
        ? null
        : products().entrySet().stream()
            .filter(product -> category.equals(product.getValue().category()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
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
    private final @Nullable Set<UUID> products;
    private final Consumer<SoldLine> sink;
    private final Sieve.Count otherCategory = new Sieve.Count();
    private @Nullable UUID transaction;
    private @Nullable LocalDate day;
    private boolean used;
    private long transactions;

    /**
     * @param products whose lines count; null for all
     */
    LinePass(Sieve sieve, @Nullable Set<UUID> products, Consumer<SoldLine> sink) {
      this.sieve = sieve;
      this.products = products;
      this.sink = sink;
    }

    void row(LineRow row) {
      if (!row.transactionId().equals(transaction)) {
        transaction = row.transactionId();
        used = false;
        day =
            sieve.pass(
                new Sieve.Head(
                    row.customerId(),
                    row.occurredAt(),
                    row.kind(),
                    row.currency(),
                    row.recordedAt(),
                    1,
                    row.channel(),
                    row.customerKind()));
      }
      LocalDate counted = day;
      if (counted == null) {
        return;
      }
      if (products != null && !products.contains(row.productId())) {
        otherCategory.add(row.customerId());
        return;
      }
      transactions += used ? 0 : 1;
      used = true;
      sink.accept(SoldLine.of(row, counted));
    }

    /**
     * Of transactions with a line that counts; without the lines of anonymous transactions, of
     * which only the first one was looked at.
     */
    Tally tally() {
      Tally tally = sieve.tally();
      Omitted others =
          otherCategory.omitted(
              "OTHER_CATEGORY", "Lines of products of another category, or of none.");
      return new Tally(
          tally.currency(),
          transactions,
          tally.knownAt(),
          Stream.concat(
                  tally.omitted().stream().filter(it -> !it.code().equals("ANONYMOUS_LINES")),
                  Stream.of(others).filter(it -> it.count() > 0))
              .toList());
    }
  }
}
