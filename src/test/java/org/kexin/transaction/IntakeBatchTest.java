package org.kexin.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IntakeBatchTest {

  private static final UUID CUSTOMER = new UUID(0x7000L, 1);
  private static final UUID MUG = new UUID(0x7000L, 3);
  private static final Currency POUND = Currency.getInstance("GBP");

  private final List<UUID> drawn = new ArrayList<>();
  private final IntakeBatch batch = new IntakeBatch(List.of(), List.of(), this::nextId);

  @Test
  void goodsComeBackFromTheLatestPurchaseAtTheSamePrice() {
    batch.add(order("1", 1, line(1, 5, "2.55")));
    batch.add(order("2", 2, line(1, 5, "2.55")));
    batch.add(order("3", 3, line(1, 5, "2.10")));
    batch.add(returned("C1", 4, line(1, 5, "2.55")));

    assertThat(originals()).containsExactly("2/1");
  }

  @Test
  void withoutOneAtTheSamePriceTheyComeBackFromTheLatest() {
    batch.add(order("1", 1, line(1, 5, "2.55")));
    batch.add(order("2", 2, line(1, 5, "2.10")));
    batch.add(returned("C1", 4, line(1, 5, "1.00")));

    assertThat(originals()).containsExactly("2/1");
  }

  @Test
  void anOrderGivesBackNoMoreThanItHad() {
    batch.add(order("1", 1, line(1, 5, "2.55")));
    batch.add(returned("C1", 2, line(1, 3, "2.55")));
    batch.add(returned("C2", 3, line(1, 3, "2.55"), line(2, 2, "2.55")));

    assertThat(originals()).containsExactly("1/1", "-", "1/1");
    assertThat(batch.count().unreferencedReturnLines()).isEqualTo(1);
    assertThat(batch.newLines().getFirst().returned()).isEqualTo(5);
  }

  @Test
  void whatWasBoughtLaterOrComesLaterOrInAnotherCurrencyIsNoOriginal() {
    batch.add(order("1", 9, line(1, 5, "2.55")));
    batch.add(part(Kind.ORDER, "2", CUSTOMER, "CNY", 1, line(1, 5, "2.55")));
    batch.add(returned("C1", 8, line(1, 5, "2.55")));
    batch.add(order("3", 7, line(1, 5, "2.55")));

    assertThat(originals()).containsExactly("-");
  }

  @Test
  void anonymousReturnsHaveNoOriginal() {
    batch.add(part(Kind.ORDER, "1", null, "GBP", 1, line(1, 5, "2.55")));
    batch.add(part(Kind.RETURN, "C1", null, "GBP", 2, line(1, 5, "2.55")));

    assertThat(originals()).containsExactly("-");
  }

  @Test
  void totalsOfReturnsAreNegativeAndQuantitiesAreNot() {
    batch.add(order("1", 1, line(1, 3, "2.5555"), line(2, 1, "0.001")));
    batch.add(returned("C1", 2, line(1, 2, "2.5555")));

    assertThat(batch.newHeaders())
        .extracting(
            header -> header.reference().number(), IntakeHeader::total, IntakeHeader::quantity)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("1", new BigDecimal("7.6675"), 4L),
            org.assertj.core.groups.Tuple.tuple("C1", new BigDecimal("-5.1110"), 2L));
  }

  @Test
  void aKnownTransactionOnlyGetsTheLinesItLacks() {
    IntakeHeader known = known("1", 5);
    known.knows(1);
    IntakeBatch second = new IntakeBatch(List.of(known), List.of(), this::nextId);

    second.add(order("1", 3, line(1, 9, "9.99"), line(2, 1, "1.50")));

    assertThat(second.count()).isEqualTo(new IntakeCount(0, 1, 1, 0, List.of()));
    assertThat(second.changedHeaders()).containsExactly(known);
    assertThat(known.total()).isEqualTo(new BigDecimal("11.50"));
    assertThat(known.occurredAt()).isEqualTo(minute(3));
  }

  @Test
  void linesThatContradictTheirTransactionAreNamedAndLeftOut() {
    batch.add(order("1", 1, line(1, 5, "2.55")));
    batch.add(part(Kind.ORDER, "1", CUSTOMER, "CNY", 1, line(2, 1, "1")));
    batch.add(part(Kind.ORDER, "1", null, "GBP", 1, line(3, 1, "1")));
    batch.add(part(Kind.RETURN, "1", CUSTOMER, "GBP", 1, line(4, 1, "1")));

    assertThat(batch.count().contradictions())
        .extracting(IntakeCount.Contradiction::lineNo)
        .containsExactly(2, 3, 4);
    assertThat(batch.newLines()).hasSize(1);
  }

  @Test
  void anOrderOfWhichMoreCameBackGetsANewVersion() {
    IntakeHeader known = known("1", 1);
    IntakeLine stored = new IntakeLine(known, 1, MUG, 5, new BigDecimal("2.55"), 1);
    IntakeBatch second = new IntakeBatch(List.of(known), List.of(stored), this::nextId);

    second.add(returned("C1", 2, line(1, 4, "2.55")));

    assertThat(second.changedPurchases()).containsExactly(stored);
    assertThat(stored.returned()).isEqualTo(5);
    assertThat(second.changedHeaders()).containsExactly(known);
  }

  private static IntakeHeader known(String number, int minute) {
    return new IntakeHeader(
        new UUID(0x7000L, 50),
        Kind.ORDER,
        new ImportedTransaction.NumberedBy("test", number),
        CUSTOMER,
        Channel.ONLINE,
        POUND,
        minute(minute),
        BigDecimal.TEN,
        1,
        10);
  }

  private List<String> originals() {
    return batch.newLines().stream()
        .filter(line -> line.header().kind() == Kind.RETURN)
        .map(line -> name(line.original()))
        .toList();
  }

  private static String name(@Nullable IntakeLine original) {
    return original == null
        ? "-"
        : original.header().reference().number() + "/" + original.lineNo();
  }

  private static ImportedTransaction order(String number, int minute, ImportedLine... lines) {
    return part(Kind.ORDER, number, CUSTOMER, "GBP", minute, lines);
  }

  private static ImportedTransaction returned(String number, int minute, ImportedLine... lines) {
    return part(Kind.RETURN, number, CUSTOMER, "GBP", minute, lines);
  }

  private static ImportedTransaction part(
      Kind kind,
      String number,
      @Nullable UUID customer,
      String currency,
      int minute,
      ImportedLine... lines) {
    return new ImportedTransaction(
        kind,
        "test",
        number,
        customer,
        Channel.ONLINE,
        Currency.getInstance(currency),
        minute(minute),
        List.of(lines));
  }

  private static ImportedLine line(int lineNo, int quantity, String price) {
    return new ImportedLine(lineNo, MUG, quantity, new BigDecimal(price));
  }

  private static Instant minute(int minute) {
    return Instant.parse("2011-01-01T08:00:00Z").plusSeconds(60L * minute);
  }

  private UUID nextId() {
    drawn.add(new UUID(0x7000L, 100 + drawn.size()));
    return drawn.getLast();
  }
}
