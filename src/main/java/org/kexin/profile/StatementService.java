package org.kexin.profile;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.kexin.access.Look;
import org.kexin.access.Viewing;
import org.kexin.analysis.Answering;
import org.kexin.analysis.chart.Words;
import org.kexin.complaint.ComplaintDirectory;
import org.kexin.customer.CustomerDirectory;
import org.kexin.loyalty.MembershipDirectory;
import org.kexin.promotion.VoucherSavings;
import org.kexin.shared.Money;
import org.kexin.shared.ProblemException;

/**
 * Adds up what a customer did in a year. States facts and judges nobody, so that an objection to
 * profiling changes nothing here.
 */
@ApplicationScoped
class StatementService {

  private static final int FIRST_YEAR = 2000;
  private static final int TOP = 5;
  private static final int MONTHS = 12;

  private final PurchaseBook purchases;
  private final MembershipDirectory memberships;
  private final VoucherSavings vouchers;
  private final ComplaintDirectory complaints;
  private final CustomerDirectory customers;
  private final Answering answering;
  private final Viewing viewing;

  StatementService(
      PurchaseBook purchases,
      MembershipDirectory memberships,
      VoucherSavings vouchers,
      ComplaintDirectory complaints,
      CustomerDirectory customers,
      Answering answering,
      Viewing viewing) {
    this.purchases = purchases;
    this.memberships = memberships;
    this.vouchers = vouchers;
    this.complaints = complaints;
    this.customers = customers;
    this.answering = answering;
    this.viewing = viewing;
  }

  /** The days of a year that are counted, in the zone of the business. */
  private record Span(int year, LocalDate until, boolean complete, ZoneId zone) {

    LocalDate from() {
      return LocalDate.of(year, 1, 1);
    }

    /** The same days of the year before; the whole of it where this year is over. */
    Span before() {
      LocalDate last = complete ? LocalDate.of(year - 1, MONTHS, 31) : until.minusYears(1);
      return new Span(year - 1, last, true, zone);
    }

    Instant start() {
      return from().atStartOfDay(zone).toInstant();
    }

    /** Exclusive. */
    Instant end() {
      return until.plusDays(1).atStartOfDay(zone).toInstant();
    }
  }

  /**
   * The caller's own statement.
   *
   * @throws ProblemException {@code not-found} if the caller is no customer, and as {@link #of}
   */
  @Transactional
  StatementView own(int year, Locale language) {
    UUID own = viewing.caller().customerId();
    if (own == null) {
      throw ProblemException.notFound();
    }
    return of(own, year, language);
  }

  /**
   * A customer's statement as the caller may see it.
   *
   * @throws ProblemException {@code not-found} if there is no such customer, {@code
   *     parameter-invalid} if the year is before {@value #FIRST_YEAR} or has not begun
   */
  @Transactional
  StatementView of(UUID customer, int year, Locale language) {
    viewing.concerns(customer);
    customers.demandReach(customer);
    if (!customers.exists(customer)) {
      throw ProblemException.notFound();
    }
    Span span = span(year);
    Look look = viewing.at(customer, Set.of());
    StatementView.Figures shown = look.showOrHide("figures", BEHAVIOUR, figures(customer, span));
    List<Sentence> notes = notes(span, language);
    if (shown != null && shown.orders() + shown.returns() == 0) {
      notes.addFirst(
          say(
              "nothing-bought",
              new Words("Nothing was bought or returned in %s.", "%s年没有购买或退货记录。"),
              language,
              String.valueOf(year)));
    }
    return new StatementView(
        customer, year, span.until(), span.complete(), shown, notes, look.masked());
  }

  private Span span(int year) {
    LocalDate today = answering.today();
    if (year < FIRST_YEAR || year > today.getYear()) {
      throw ProblemException.parameter(
          "year", "Ask for a year from " + FIRST_YEAR + " to " + today.getYear() + ".");
    }
    LocalDate last = LocalDate.of(year, MONTHS, 31);
    boolean complete = today.isAfter(last);
    return new Span(year, complete ? last : today, complete, answering.zone());
  }

  private List<Sentence> notes(Span span, Locale language) {
    List<Sentence> notes = new ArrayList<>();
    if (!span.complete()) {
      notes.add(
          say(
              "not-complete",
              new Words(
                  "The year is not over: counted until %s, and compared with the year before until"
                      + " %s.",
                  "本年度尚未结束：统计至%s，与上年同期（至%s）比较。"),
              language,
              span.until(),
              span.before().until()));
    }
    notes.add(
        say(
            "facts-only",
            new Words(
                "This states facts and judges nobody; an objection to profiling does not change it.",
                "本账单仅列事实，不作评判；反对画像分析不影响本账单。"),
            language));
    return notes;
  }

  private static Sentence say(String code, Words words, Locale language, Object... facts) {
    return new Sentence(code, words.in(language).formatted(facts));
  }

  private StatementView.Figures figures(UUID customer, Span span) {
    Span before = span.before();
    SortedMap<String, Bought> now = purchases.between(customer, span.from(), span.until());
    SortedMap<String, Bought> then = purchases.between(customer, before.from(), before.until());
    PurchaseBook.Labels labels = purchases.labels(now.values());
    SortedSet<String> codes = new TreeSet<>(now.keySet());
    codes.addAll(then.keySet());
    List<StatementView.InCurrency> currencies =
        codes.stream()
            .map(
                code ->
                    inCurrency(
                        span,
                        Objects.requireNonNullElseGet(now.get(code), () -> nothing(code)),
                        Objects.requireNonNullElseGet(then.get(code), () -> nothing(code)),
                        labels))
            .toList();
    return new StatementView.Figures(
        currencies.stream().mapToLong(StatementView.InCurrency::orders).sum(),
        currencies.stream().mapToLong(StatementView.InCurrency::returns).sum(),
        currencies,
        points(customer, span),
        vouchers.of(customer, span.start(), span.end()).stream()
            .map(
                it ->
                    new StatementView.Saved(
                        it.currency().getCurrencyCode(),
                        it.redemptions(),
                        Bought.text(it.discount(), it.currency())))
            .toList(),
        complaints.compensations(customer, span.start(), span.end()).stream()
            .map(
                it ->
                    new StatementView.Saved(
                        it.currency().getCurrencyCode(),
                        it.complaints(),
                        Bought.text(it.amount(), it.currency())))
            .toList());
  }

  private static Bought nothing(String code) {
    return new Bought(Money.currency(code));
  }

  private static StatementView.InCurrency inCurrency(
      Span span, Bought now, Bought then, PurchaseBook.Labels labels) {
    Bought.Sum whole = now.whole();
    BigDecimal change = whole.kept().subtract(then.whole().kept());
    return new StatementView.InCurrency(
        now.currency().getCurrencyCode(),
        whole.orders(),
        whole.returns(),
        whole.pieces(),
        whole.piecesBack(),
        now.text(whole.spent()),
        now.text(whole.returned()),
        now.text(whole.kept()),
        now.first(),
        now.last(),
        months(span.year(), now),
        parts(now, now.top(TOP, labels.product())),
        parts(now, now.top(TOP, labels.category())),
        new StatementView.Before(
            span.before().until(),
            then.whole().orders(),
            then.text(then.whole().spent()),
            then.text(then.whole().returned()),
            now.text(change)));
  }

  private static List<StatementView.Month> months(int year, Bought bought) {
    List<StatementView.Month> months = new ArrayList<>();
    for (int month = 1; month <= MONTHS; month++) {
      Bought.Sum sum = bought.months().get(month - 1);
      months.add(
          new StatementView.Month(
              YearMonth.of(year, month).toString(),
              sum.orders(),
              bought.text(sum.spent()),
              bought.text(sum.returned())));
    }
    return months;
  }

  private static List<StatementView.Part> parts(Bought bought, List<Bought.Named> top) {
    return top.stream()
        .map(
            it ->
                new StatementView.Part(
                    it.name(), it.part().pieces(), bought.text(it.part().amount())))
        .toList();
  }

  private List<StatementView.Points> points(UUID customer, Span span) {
    return memberships.within(customer, span.start(), span.end()).stream()
        .map(
            it ->
                new StatementView.Points(
                    it.programmeCode(),
                    it.programme(),
                    it.earned(),
                    it.takenBack(),
                    it.spent(),
                    it.expired(),
                    it.adjusted(),
                    it.givenUp()))
        .toList();
  }
}
