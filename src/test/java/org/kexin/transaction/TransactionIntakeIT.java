package org.kexin.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kexin.access.Actor;
import org.kexin.access.Changes;
import org.kexin.shared.Columns;
import org.kexin.shared.Ids;
import org.kexin.testing.LocalParts;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class TransactionIntakeIT {

  private static final Currency POUND = Currency.getInstance("GBP");
  private static final Instant START = Instant.parse("2008-12-01T08:00:00Z");
  private static final String ROWS =
      """
      select t.number, t.kind, t.customer_id, t.occurred_at, t.total, t.line_count, t.quantity,
        l.line_no, l.product_id, l.quantity, l.unit_price, l.returned, o.number, l.return_of_line_no
      from sales_transaction t join sales_transaction_line l on l.transaction_id = t.id
      left join sales_transaction o on o.id = l.return_of_transaction_id
      where t.source = ? order by t.number, l.line_no
      """;

  private static final Actor IMPORTER =
      Actor.knownOnlyAs("01932c00-0000-7000-8000-000000000105", "createImport", "an-import");

  @Inject TransactionIntake intake;
  @Inject Changes changes;
  @Inject SalesReader sales;
  @Inject Ids ids;
  @Inject AgroalDataSource database;

  @Test
  void howLinesAreCutIntoBatchesMakesNoDifference() throws SQLException {
    List<UUID> customers = List.of(ids.next(), ids.next());
    List<UUID> products = products(3);
    String whole = source();
    List<ImportedTransaction> parts = randomParts(whole, customers, products, 600, 7L);
    IntakeCount all = intake.append(parts);
    List<List<String>> expected = rows(whole);
    assertThat(expected).hasSize(600);
    assertThat(all.newLines()).isEqualTo(600);
    // Both must occur, or nothing was tested.
    assertThat(all.unreferencedReturnLines()).isBetween(5, 200);
    assertThat(expected).filteredOn(row -> row.contains("RETURN")).hasSizeGreaterThan(100);

    for (int longest : new int[] {1, 7, 100}) {
      String cut = source();
      // Other customers, for orders of the same ones would be there to be returned.
      List<UUID> others = List.of(ids.next(), ids.next());
      Random random = new Random(longest);
      List<ImportedTransaction> same = randomParts(cut, others, products, 600, 7L);
      int unreferenced = 0;
      for (int from = 0; from < same.size(); ) {
        int to = Math.min(same.size(), from + 1 + random.nextInt(longest));
        unreferenced += intake.append(same.subList(from, to)).unreferencedReturnLines();
        from = to;
      }

      assertThat(withoutCustomers(rows(cut))).isEqualTo(withoutCustomers(expected));
      assertThat(unreferenced).isEqualTo(all.unreferencedReturnLines());
    }
  }

  @Test
  void addingTheSameLinesAgainChangesNothing() throws SQLException {
    String source = source();
    List<ImportedTransaction> parts =
        randomParts(source, List.of(ids.next()), products(2), 100, 3L);
    intake.append(parts);
    List<List<String>> before = rows(source);

    IntakeCount again = intake.append(parts);

    assertThat(again).isEqualTo(new IntakeCount(0, 0, 100, 0, List.of()));
    assertThat(rows(source)).isEqualTo(before);
  }

  @Test
  void whatItDoesIsUndoneWithTheTransactionOfTheCaller() throws SQLException {
    String source = source();
    List<ImportedTransaction> parts = randomParts(source, List.of(ids.next()), products(1), 10, 3L);

    QuarkusTransaction.begin();
    intake.append(parts);
    QuarkusTransaction.rollback();

    assertThat(rows(source)).isEmpty();
  }

  @Test
  void twoIntakesAtOnceGiveBackNoMoreThanWasBought() throws Exception {
    UUID customer = ids.next();
    UUID product = products(1).getFirst();
    String source = source();
    intake.append(List.of(part(source, Kind.ORDER, "1", customer, 0, line(1, product, 3, "1"))));

    int unreferenced = 0;
    try (ExecutorService imports = Executors.newFixedThreadPool(6)) {
      List<Future<IntakeCount>> counts =
          IntStream.range(0, 6)
              .mapToObj(
                  i ->
                      imports.submit(
                          () ->
                              changes.onBehalfOf(
                                  IMPORTER,
                                  () ->
                                      intake.append(
                                          List.of(
                                              part(
                                                  source,
                                                  Kind.RETURN,
                                                  "C" + i,
                                                  customer,
                                                  5,
                                                  line(1, product, 1, "1")))))))
              .toList();
      for (Future<IntakeCount> count : counts) {
        unreferenced += count.get().unreferencedReturnLines();
      }
    }

    assertThat(unreferenced).isEqualTo(3);
    assertThat(rows(source).getFirst()).containsSequence("3", "1.0000", "3");
  }

  @Test
  void productsAreFoundOrMadeAndKeepTheirFirstName() throws SQLException {
    String upper = Shop.fresh("A");
    String lower = upper.toLowerCase(java.util.Locale.ROOT);
    String nameless = Shop.fresh("nameless");
    Map<String, UUID> first =
        intake.ensureProducts(Map.of(upper, "Mug", lower, "Small mug", nameless, " "));

    assertThat(first.values()).doesNotHaveDuplicates().hasSize(3);
    assertThat(intake.ensureProducts(Map.of(upper, "Cup", lower, "", nameless, "Found")))
        .isEqualTo(first);
    assertThat(names(first.values())).containsOnly("Mug", "Small mug", "Found");
  }

  @Test
  void salesAreReadByCustomerAndWithinOneFromTheEarliestOn() {
    UUID customer = ids.next();
    UUID product = products(1).getFirst();
    String source = source();
    intake.append(
        List.of(
            part(source, Kind.ORDER, "1", customer, 9, line(1, product, 3, "1.10")),
            part(source, Kind.RETURN, "C2", customer, 10, line(1, product, 1, "1.10")),
            part(source, Kind.ORDER, "3", customer, 2, line(1, product, 1, "0.50")),
            part(source, Kind.ORDER, "4", null, 1, line(1, product, 1, "0.50"))));

    List<SaleRow> all = new ArrayList<>();
    sales.stream(SalesFilter.ALL, all::add);

    List<SaleRow> ofCustomer =
        all.stream().filter(sale -> customer.equals(sale.customerId())).toList();
    Instant known = ofCustomer.getFirst().recordedAt();
    assertThat(ofCustomer)
        .containsExactly(
            new SaleRow(
                customer, minute(2), Kind.ORDER, amount("0.5000"), 1, 1, POUND, known, null, null),
            new SaleRow(
                customer, minute(9), Kind.ORDER, amount("3.3000"), 1, 3, POUND, known, null, null),
            new SaleRow(
                customer,
                minute(10),
                Kind.RETURN,
                amount("-1.1000"),
                1,
                1,
                POUND,
                known,
                null,
                null));
    List<String> inOrder =
        all.stream().map(sale -> String.valueOf(sale.customerId())).distinct().toList();
    assertThat(inOrder.getFirst()).isEqualTo("null");
    assertThat(inOrder.subList(1, inOrder.size())).isSorted();

    List<SaleRow> some = new ArrayList<>();
    sales.stream(new SalesFilter(minute(9), minute(10), Kind.ORDER, POUND, known), some::add);
    assertThat(some)
        .filteredOn(sale -> customer.equals(sale.customerId()))
        .extracting(SaleRow::occurredAt)
        .containsExactly(minute(9));

    List<SaleRow> before = new ArrayList<>();
    sales.stream(SalesFilter.knownAt(known.minus(1, ChronoUnit.MICROS)), before::add);
    assertThat(before).extracting(SaleRow::customerId).doesNotContain(customer);
  }

  /** Orders and returns of a few customers and products, so that most returns have an order. */
  private static List<ImportedTransaction> randomParts(
      String source, List<UUID> customers, List<UUID> products, int lines, long seed) {
    Random random = new Random(seed);
    List<ImportedTransaction> parts = new ArrayList<>();
    for (int lineNo = 1; lineNo <= lines; lineNo++) {
      boolean back = random.nextInt(10) < 3;
      int customer = random.nextInt(customers.size() + 1);
      // Invoices come back later in the file: their lines are spread over many batches.
      String number = (back ? "C" : "") + customer + "-" + random.nextInt(1 + lineNo / 4);
      parts.add(
          part(
              source,
              back ? Kind.RETURN : Kind.ORDER,
              number,
              customer == customers.size() ? null : customers.get(customer),
              lineNo / 3 + random.nextInt(20),
              line(
                  lineNo,
                  products.get(random.nextInt(products.size())),
                  1 + random.nextInt(5),
                  random.nextBoolean() ? "2.55" : "1.001")));
    }
    return parts;
  }

  private List<UUID> products(int count) {
    Map<String, String> names = new HashMap<>();
    IntStream.range(0, count).forEach(i -> names.put(Shop.fresh("P"), "Product"));
    return intake.ensureProducts(names).values().stream().sorted().toList();
  }

  private List<List<String>> rows(String source) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(ROWS)) {
      select.setString(1, source);
      return texts(select);
    }
  }

  private List<String> names(Iterable<UUID> products) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select name from product where id = ?")) {
      for (UUID product : products) {
        select.setBytes(1, Columns.bytes(product));
        texts(select).forEach(names::addAll);
      }
    }
    return names;
  }

  private static List<List<String>> texts(PreparedStatement select) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          columns.add(String.valueOf(row.getString(i)));
        }
        rows.add(columns);
      }
    }
    return rows;
  }

  private static List<List<String>> withoutCustomers(List<List<String>> rows) {
    return rows.stream()
        .map(
            row -> {
              List<String> rest = new ArrayList<>(row);
              rest.remove(2);
              return rest;
            })
        .toList();
  }

  private static ImportedTransaction part(
      String source,
      Kind kind,
      String number,
      @Nullable UUID customer,
      int minute,
      ImportedLine... lines) {
    return new ImportedTransaction(
        kind, source, number, customer, Channel.ONLINE, POUND, minute(minute), List.of(lines));
  }

  private static ImportedLine line(int lineNo, UUID product, int quantity, String price) {
    return new ImportedLine(lineNo, product, quantity, amount(price));
  }

  private static BigDecimal amount(String text) {
    return new BigDecimal(text);
  }

  private static Instant minute(int minute) {
    return START.plusSeconds(60L * minute);
  }

  private static String source() {
    return Shop.fresh("intake");
  }
}
