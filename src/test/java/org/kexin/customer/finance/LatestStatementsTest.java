package org.kexin.customer.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestStatementsTest {

  private static final Book YEAR = book("2025-12-31", 12, "CNY");

  private record Book(StatementPeriod period, Currency currency) {}

  @Test
  void withoutAStatementThereIsNone() {
    assertThat(LatestStatements.of(List.<Book>of(), Book::period, Book::currency)).isEmpty();
  }

  @Test
  void aYearComesBeforeItsLastQuarterAndBeginsWithTheYearBefore() {
    Book before = book("2024-12-31", 12, "CNY");

    assertThat(latest(book("2025-12-31", 3, "CNY"), before, YEAR))
        .isEqualTo(new LatestStatements<>(YEAR, before));
  }

  @Test
  void aQuarterBeginsWithTheQuarterBeforeAlthoughMonthsAreOfDifferentLength() {
    Book quarter = book("2026-06-30", 3, "CNY");
    Book before = book("2026-03-31", 3, "CNY");

    assertThat(latest(quarter, YEAR, before)).isEqualTo(new LatestStatements<>(quarter, before));
  }

  @Test
  void theNearestToTheBeginningIsTheOpeningOne() {
    Book near = book("2024-12-29", 12, "CNY");

    assertThat(latest(book("2024-12-20", 12, "CNY"), YEAR, near))
        .isEqualTo(new LatestStatements<>(YEAR, near));
  }

  @Test
  void whatEndsAtAnotherTimeOrInAnotherCurrencyIsNoOpening() {
    LatestStatements<Book> alone = new LatestStatements<>(YEAR, null);

    assertThat(latest(YEAR, book("2023-12-31", 12, "CNY"))).isEqualTo(alone);
    assertThat(latest(YEAR, book("2025-09-30", 3, "CNY"))).isEqualTo(alone);
    assertThat(latest(YEAR, book("2025-01-16", 12, "CNY"))).isEqualTo(alone);
    assertThat(latest(YEAR, book("2024-12-15", 12, "CNY"))).isEqualTo(alone);
    assertThat(latest(YEAR, book("2024-12-31", 12, "USD"))).isEqualTo(alone);
  }

  @Test
  void fifteenDaysBetweenTheBooksAreAllowed() {
    Book late = book("2025-01-15", 12, "CNY");
    Book early = book("2024-12-16", 12, "CNY");

    assertThat(latest(YEAR, late)).isEqualTo(new LatestStatements<>(YEAR, late));
    assertThat(latest(YEAR, early)).isEqualTo(new LatestStatements<>(YEAR, early));
  }

  private static LatestStatements<Book> latest(Book... books) {
    return LatestStatements.of(List.of(books), Book::period, Book::currency).orElseThrow();
  }

  private static Book book(String end, int months, String currency) {
    return new Book(
        new StatementPeriod(LocalDate.parse(end), months), Currency.getInstance(currency));
  }
}
