package org.kexin.exchange;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kexin.customer.CustomerDirectory;
import org.kexin.customer.Source;
import org.kexin.transaction.Channel;
import org.kexin.transaction.ImportedTransaction;
import org.kexin.transaction.IntakeCount;
import org.kexin.transaction.TransactionIntake;

/** Takes in the lines of one retail file; remembers the products and customers it has met. */
final class RetailIntake implements ImportKind.Intake {

  static final String SOURCE = "online-retail";

  /** Beyond it memory would grow with the file; a forgotten id is only looked up again. */
  private static final int REMEMBERED = 200_000;

  private static final Currency POUND = Currency.getInstance("GBP");

  private final CustomerDirectory customers;
  private final TransactionIntake transactions;
  private final Map<String, UUID> productIds = new HashMap<>();
  private final Map<String, UUID> customerIds = new HashMap<>();

  RetailIntake(CustomerDirectory customers, TransactionIntake transactions) {
    this.customers = customers;
    this.transactions = transactions;
  }

  @Override
  public Outcome accept(List<Row> rows) {
    List<Refusal> refusals = new ArrayList<>();
    List<RetailLine> lines = new ArrayList<>(rows.size());
    for (Row row : rows) {
      try {
        lines.add(RetailLine.of(row));
      } catch (RefusedRowException unusable) {
        refusals.add(unusable.refusalOf(row));
      }
    }
    learn(lines);
    IntakeCount count = transactions.append(parts(lines));
    Map<Long, Row> byNumber =
        lines.stream().map(RetailLine::row).collect(Collectors.toMap(Row::number, row -> row));
    for (IntakeCount.Contradiction contradiction : count.contradictions()) {
      Row row = Objects.requireNonNull(byNumber.get((long) contradiction.lineNo()));
      refusals.add(
          row.refused(
              "invoice-contradiction", "Other lines of the invoice name another customer."));
    }
    return new Outcome(count.newLines(), count.unchangedLines(), refusals);
  }

  private void learn(List<RetailLine> lines) {
    Map<String, String> names = new LinkedHashMap<>();
    Set<String> buyers = new LinkedHashSet<>();
    for (RetailLine line : lines) {
      if (!productIds.containsKey(line.product())) {
        names.merge(
            line.product(), line.description(), (first, next) -> first.isEmpty() ? next : first);
      }
      String customer = line.customer();
      if (customer != null && !customerIds.containsKey(customer)) {
        buyers.add(customer);
      }
    }
    if (productIds.size() + customerIds.size() > REMEMBERED) {
      productIds.clear();
      customerIds.clear();
      learn(lines);
      return;
    }
    if (!names.isEmpty()) {
      productIds.putAll(transactions.ensureProducts(names));
    }
    if (!buyers.isEmpty()) {
      customerIds.putAll(customers.ensure(SOURCE, buyers, Source.SALES_RECORD));
    }
  }

  /** Neighbouring lines that go together are one part of a transaction. */
  private List<ImportedTransaction> parts(List<RetailLine> lines) {
    List<ImportedTransaction> parts = new ArrayList<>();
    int begin = 0;
    for (int end = 1; end <= lines.size(); end++) {
      if (end == lines.size() || !lines.get(begin).goesWith(lines.get(end))) {
        parts.add(part(lines.subList(begin, end)));
        begin = end;
      }
    }
    return parts;
  }

  private ImportedTransaction part(List<RetailLine> lines) {
    RetailLine first = lines.getFirst();
    String customer = first.customer();
    return new ImportedTransaction(
        first.kind(),
        SOURCE,
        first.invoice(),
        customer == null ? null : known(customerIds, customer),
        Channel.ONLINE,
        POUND,
        first.at(),
        lines.stream().map(line -> line.imported(known(productIds, line.product()))).toList());
  }

  private static UUID known(Map<String, UUID> ids, String name) {
    return Objects.requireNonNull(ids.get(name));
  }
}
