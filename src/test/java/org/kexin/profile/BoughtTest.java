package org.kexin.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.transaction.Kind;
import org.kexin.transaction.LineRow;

/** Sums over a customer's lines. */
class BoughtTest {

  private static final Currency CURRENCY = Currency.getInstance("OMR");
  private static final UUID TEA = new UUID(0, 1);
  private static final UUID POT = new UUID(0, 2);
  private static final UUID CUP = new UUID(0, 3);

  private final Bought bought = new Bought(CURRENCY);

  @Test
  void linesOfOneTransactionAreOneOrder() {
    add(1, Kind.ORDER, "2024-03-05", TEA, 4, "2.125");
    add(1, Kind.ORDER, "2024-03-05", POT, 1, "10");
    add(2, Kind.ORDER, "2024-03-05", POT, 1, "10");

    assertThat(bought.whole().orders()).isEqualTo(2);
    assertThat(bought.whole().pieces()).isEqualTo(6);
    assertThat(bought.text(bought.whole().spent())).isEqualTo("28.500");
  }

  @Test
  void aReturnIsNoOrderAndMovesNeitherFirstNorLast() {
    add(1, Kind.RETURN, "2024-01-02", TEA, 1, "2.125");
    add(2, Kind.ORDER, "2024-03-05", TEA, 4, "2.125");
    add(3, Kind.RETURN, "2024-12-30", TEA, 1, "2.125");

    assertThat(bought.first()).isEqualTo("2024-03-05");
    assertThat(bought.last()).isEqualTo("2024-03-05");
    assertThat(bought.whole().returns()).isEqualTo(2);
    assertThat(bought.whole().piecesBack()).isEqualTo(2);
    assertThat(bought.text(bought.whole().kept())).isEqualTo("4.250");
    assertThat(bought.text(bought.months().get(11).returned())).isEqualTo("2.125");
  }

  @Test
  void theTopIsByAmountKeptThenByNameWithoutWhatIsNotKept() {
    add(1, Kind.ORDER, "2024-03-05", TEA, 2, "5");
    add(2, Kind.ORDER, "2024-03-06", POT, 1, "10");
    add(3, Kind.ORDER, "2024-03-07", CUP, 1, "99");
    add(4, Kind.RETURN, "2024-03-08", CUP, 1, "99");

    assertThat(bought.top(5, names(Map.of(TEA, "tea", POT, "pot", CUP, "cup"))::get))
        .extracting(Bought.Named::name)
        .containsExactly("pot", "tea");
    assertThat(bought.top(1, names(Map.of(TEA, "ware", POT, "ware"))::get))
        .containsExactly(new Bought.Named("ware", new Bought.Part(3, new BigDecimal("20"))));
  }

  @Test
  void amountsAreExactAndNeverRounded() {
    assertThat(Bought.text(new BigDecimal("0.0001"), CURRENCY)).isEqualTo("0.0001");
    assertThat(Bought.text(BigDecimal.ZERO, CURRENCY)).isEqualTo("0.000");
    assertThat(Bought.text(new BigDecimal("1400"), Currency.getInstance("ISK"))).isEqualTo("1400");
    assertThat(Bought.text(new BigDecimal("1E+3"), CURRENCY)).isEqualTo("1000.000");
  }

  private static Map<UUID, @Nullable String> names(Map<UUID, String> names) {
    return new HashMap<>(names);
  }

  private void add(
      long transaction, Kind kind, String day, UUID product, int quantity, String price) {
    Instant at = LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    bought.add(
        new LineRow(
            new UUID(1, 1),
            new UUID(2, transaction),
            at,
            kind,
            CURRENCY,
            at,
            product,
            quantity,
            new BigDecimal(price),
            null,
            null),
        LocalDate.parse(day));
  }
}
