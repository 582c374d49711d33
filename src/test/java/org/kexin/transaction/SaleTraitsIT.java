package org.kexin.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kexin.shared.Ids;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;

/** What of a transaction is read for who asks for it only. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class SaleTraitsIT {

  private final TransactionIntake intake;
  private final SalesReader sales;
  private final LinesReader lines;
  private final Ids ids;

  SaleTraitsIT(TransactionIntake intake, SalesReader sales, LinesReader lines, Ids ids) {
    this.intake = intake;
    this.sales = sales;
    this.lines = lines;
    this.ids = ids;
  }

  @Test
  void theChannelAndTheKindOfTheCustomerAreReadForWhoAsks() {
    UUID mill =
        UUID.fromString(
            Api.writing(Api.SERVICE_AGENT)
                .body(Map.of("kind", "ENTERPRISE", "name", "Mill", "source", "SURVEY"))
                .post("/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    UUID unknown = ids.next();
    String code = "SALE-TRAITS-" + ids.next();
    UUID product = Objects.requireNonNull(intake.ensureProducts(Map.of(code, "Sieve")).get(code));
    intake.append(
        List.of(
            order("1-" + mill, mill, Channel.PARTNER, product),
            order("2-" + unknown, unknown, Channel.MAIL, product)));

    assertThat(read(mill, EnumSet.allOf(SaleTrait.class)))
        .extracting(SaleRow::channel, SaleRow::customerKind)
        .containsExactly(tuple(Channel.PARTNER, org.kexin.customer.Kind.ENTERPRISE));
    // A customer of whom nothing is known has no kind, and is read nevertheless.
    assertThat(read(unknown, EnumSet.allOf(SaleTrait.class)))
        .extracting(SaleRow::channel, SaleRow::customerKind)
        .containsExactly(tuple(Channel.MAIL, null));
    assertThat(read(mill, Set.of(SaleTrait.CHANNEL)))
        .extracting(SaleRow::channel, SaleRow::customerKind)
        .containsExactly(tuple(Channel.PARTNER, null));
    assertThat(read(mill, Set.of()))
        .extracting(SaleRow::channel, SaleRow::customerKind)
        .containsExactly(tuple(null, null));
    List<LineRow> linesOfMill = new ArrayList<>();
    lines.stream(
        null,
        EnumSet.allOf(SaleTrait.class),
        line -> {
          if (mill.equals(line.customerId())) {
            linesOfMill.add(line);
          }
        });
    assertThat(linesOfMill)
        .extracting(LineRow::channel, LineRow::customerKind)
        .containsExactly(tuple(Channel.PARTNER, org.kexin.customer.Kind.ENTERPRISE));
  }

  private List<SaleRow> read(UUID customer, Set<SaleTrait> traits) {
    List<SaleRow> rows = new ArrayList<>();
    sales.stream(
        SalesFilter.ALL,
        traits,
        row -> {
          if (customer.equals(row.customerId())) {
            rows.add(row);
          }
        });
    return rows;
  }

  private static ImportedTransaction order(
      String number, UUID customer, Channel channel, UUID product) {
    return new ImportedTransaction(
        Kind.ORDER,
        "sale-traits",
        number,
        customer,
        channel,
        Currency.getInstance("GBP"),
        Instant.parse("2008-12-01T08:00:00Z"),
        List.of(new ImportedLine(1, product, 2, new BigDecimal("1.10"))));
  }
}
