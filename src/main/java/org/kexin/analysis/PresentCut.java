package org.kexin.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.DayBlocks;
import org.kexin.shared.Clock;
import org.kexin.shared.ProblemException;
import org.kexin.transaction.Kind;
import org.kexin.transaction.SaleRow;
import org.kexin.transaction.SalesFilter;
import org.kexin.transaction.SalesReader;

/**
 * Answers those who may not see individuals from one cut of the data, so that two answers cannot be
 * subtracted to learn of fewer than k customers: asking again tomorrow shows the same sales or
 * those of k customers more, and periods are made of whole {@link DayBlocks}.
 *
 * <p>All pods share the cut; each finds its blocks in one pass over the sales. A sale that was
 * being committed in the moment of the cut can join it a moment later.
 */
@ApplicationScoped
class PresentCut {

  private final AnalysisCuts cuts;
  private final SalesReader sales;
  private final AnalysisPool pool;
  private final AnalysisConfig config;
  private final Clock clock;

  /** Guards what follows: one look at the sales serves all who ask meanwhile. */
  private final ReentrantLock looking = new ReentrantLock();

  private Cut held = new Cut(0, Instant.EPOCH, Map.of());
  private Instant nextTry = Instant.EPOCH;

  PresentCut(
      AnalysisCuts cuts, SalesReader sales, AnalysisPool pool, AnalysisConfig config, Clock clock) {
    this.cuts = cuts;
    this.sales = sales;
    this.pool = pool;
    this.config = config;
    this.clock = clock;
  }

  /**
   * The query over the present cut, its period made of whole blocks.
   *
   * @throws ProblemException {@code parameter-invalid} if the period lies within one block, returns
   *     of fewer than k customers would be deducted, or the moment asked for is that of no cut
   */
  Answering.Fitted fit(SalesQuery query) {
    Currency currency = query.currency() == null ? sales.mainCurrency() : query.currency();
    Cut cut = query.knownAt() == null ? present() : past(query.knownAt());
    // Without a sale there is no currency, and an immutable map asked for null throws.
    DayBlocks blocks =
        currency == null ? DayBlocks.NONE : cut.blocks().getOrDefault(currency, DayBlocks.NONE);
    if (blocks.returnsOfFew() && query.returns() == SalesQuery.Returns.DEDUCTED) {
      throw ProblemException.parameter(
          "returns",
          "Fewer than %d customers returned something; ask with returns=excluded."
              .formatted(config.smallestGroup()));
    }
    return switch (blocks.whole(query.from(), query.to())) {
      case DayBlocks.Whole(LocalDate from, LocalDate to) ->
          new Answering.Fitted(
              new SalesQuery(
                  from,
                  to,
                  query.returns(),
                  query.anonymous(),
                  currency,
                  cut.knownAt(),
                  query.filters()),
              blocks);
      case DayBlocks.TooShort(DayBlocks.Block needed) ->
          throw ProblemException.parameter(
              "to",
              "Fewer than %d customers bought in this period; ask from %s to %s or for more."
                  .formatted(config.smallestGroup(), needed.first(), needed.last()));
    };
  }

  /** The moment of the present cut. */
  Instant moment() {
    return present().knownAt();
  }

  /** Moments between two cuts would tell them apart by fewer than k customers. */
  private Cut past(Instant knownAt) {
    Cut present = present();
    if (present.knownAt().equals(knownAt)) {
      return present;
    }
    if (knownAt.equals(Instant.EPOCH)) {
      return new Cut(0, knownAt, Map.of());
    }
    AnalysisCut cut =
        cuts.at(knownAt)
            .orElseThrow(
                () ->
                    ProblemException.parameter(
                        "asOf", "For this role asOf is that of an earlier answer."));
    return look(cut.number(), cut.knownAt(), null).cut();
  }

  private Cut present() {
    looking.lock();
    try {
      Optional<AnalysisCut> last = cuts.last();
      Instant now = clock.now();
      boolean due = last.isEmpty() || !last.get().madeAt().plus(config.cutEvery()).isAfter(now);
      if (due && !nextTry.isAfter(now)) {
        held = renewed(last.orElse(null), now);
        // Where nothing was sold yet, the first sale must not wait.
        nextTry = held.number() == 0 ? now : now.plus(config.cutEvery());
      } else if (last.isPresent() && last.get().number() != held.number()) {
        held = look(last.get().number(), last.get().knownAt(), null).cut();
      }
      return held;
    } finally {
      looking.unlock();
    }
  }

  private Cut renewed(@Nullable AnalysisCut last, Instant now) {
    int number = last == null ? 1 : last.number() + 1;
    Look look = look(number, null, last == null ? Instant.EPOCH : last.knownAt());
    boolean enough =
        last == null ? look.newBuyers() > 0 : look.newBuyers() >= config.smallestGroup();
    if (!enough) {
      return last == null || last.number() == held.number()
          ? held
          : look(last.number(), last.knownAt(), null).cut();
    }
    try {
      cuts.add(new AnalysisCut(number, look.cut().knownAt(), now));
      return look.cut();
    } catch (ConstraintViolationException anotherPodWasFaster) {
      AnalysisCut theirs = cuts.last().orElseThrow(() -> anotherPodWasFaster);
      return look(theirs.number(), theirs.knownAt(), null).cut();
    }
  }

  /**
   * @param knownAt the sales to look at; null for all
   * @param since customers with sales known later are counted; null counts nobody
   */
  private Look look(int number, @Nullable Instant knownAt, @Nullable Instant since) {
    return pool.run(
        () -> {
          Pass pass = new Pass(since);
          sales.stream(SalesFilter.knownAt(knownAt), pass::row);
          return pass.look(number, knownAt);
        });
  }

  /**
   * The data that count.
   *
   * @param number 0 before there was a sale
   */
  private record Cut(int number, Instant knownAt, Map<Currency, DayBlocks> blocks) {}

  /**
   * What a pass saw.
   *
   * @param newBuyers counted up to k
   */
  private record Look(Cut cut, int newBuyers) {}

  private final class Pass {
    private final @Nullable Instant since;
    private final Map<Currency, DayBlocks.Accumulator<UUID>> blocks = new HashMap<>();
    private final Set<UUID> newBuyers = new HashSet<>();
    private Instant newest = Instant.EPOCH;

    Pass(@Nullable Instant since) {
      this.since = since;
    }

    void row(SaleRow row) {
      if (row.recordedAt().isAfter(newest)) {
        newest = row.recordedAt();
      }
      UUID customer = row.customerId();
      if (customer == null) {
        return;
      }
      blocks
          .computeIfAbsent(
              row.currency(), unseen -> new DayBlocks.Accumulator<>(config.smallestGroup()))
          .add(
              customer,
              LocalDate.ofInstant(row.occurredAt(), config.zone()),
              row.kind() == Kind.RETURN);
      if (since != null
          && row.recordedAt().isAfter(since)
          && newBuyers.size() < config.smallestGroup()) {
        newBuyers.add(customer);
      }
    }

    Look look(int number, @Nullable Instant knownAt) {
      Map<Currency, DayBlocks> found = new HashMap<>();
      blocks.forEach((currency, days) -> found.put(currency, days.finish()));
      return new Look(
          new Cut(number, knownAt == null ? newest : knownAt, Map.copyOf(found)), newBuyers.size());
    }
  }
}
