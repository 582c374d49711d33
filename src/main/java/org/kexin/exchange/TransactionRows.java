package org.kexin.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kexin.customer.CustomerDirectory;
import org.kexin.customer.ExternalId;
import org.kexin.customer.Source;
import org.kexin.shared.Violations;
import org.kexin.transaction.ImportedTransaction;
import org.kexin.transaction.IntakeCount;
import org.kexin.transaction.TransactionIntake;

/**
 * Orders and returns, one a line of NDJSON, as {@link TransactionRow} says. A customer or product
 * that is not known yet is made with nothing but its external id or code, so that files may come in
 * any order.
 *
 * <p>A transaction that is known gets the lines that it lacks. Where a batch holds both new
 * transactions and known lines, only the new transactions count as accepted.
 */
@ApplicationScoped
class TransactionRows implements ImportKind {

  private static final int BATCH_ROWS = 500;
  private static final int MAX_CODE_CHARS = 64;

  private final CustomerDirectory customers;
  private final TransactionIntake transactions;
  private final Violations violations;
  private final JsonRows json;

  TransactionRows(
      CustomerDirectory customers,
      TransactionIntake transactions,
      Violations violations,
      JsonRows json) {
    this.customers = customers;
    this.transactions = transactions;
    this.violations = violations;
    this.json = json;
  }

  @Override
  public String name() {
    return "transactions";
  }

  @Override
  public Set<ImportFormat> formats() {
    return Set.of(ImportFormat.NDJSON);
  }

  @Override
  public List<String> columns() {
    return List.of();
  }

  @Override
  public int batchRows() {
    return BATCH_ROWS;
  }

  @Override
  public Intake begin() {
    return this::accept;
  }

  private Outcome accept(List<Row> rows) {
    List<Refusal> refusals = new ArrayList<>();
    Map<Row, TransactionRow> documents =
        Row.read(rows, row -> checked(json.read(row, TransactionRow.class)), refusals);
    Map<Row, ImportedTransaction> parts = parts(documents, refusals);
    IntakeCount count = transactions.append(List.copyOf(parts.values()));
    refuse(count, parts, refusals);
    int left = rows.size() - refusals.size();
    long accepted = accepted(count, left);
    return new Outcome(accepted, left - accepted, refusals);
  }

  private TransactionRow checked(TransactionRow document) {
    ExternalId customer = document.customer();
    if (customer != null && !violations.of(customer).isEmpty()) {
      throw new RefusedRowException(
          "customer-invalid", "/customer is no external id such as web-shop and 17850.");
    }
    document.productCodes().forEach(TransactionRows::demandCode);
    return document;
  }

  private Map<Row, ImportedTransaction> parts(
      Map<Row, TransactionRow> documents, List<Refusal> refusals) {
    Map<ExternalId, UUID> customerIds = customerIds(documents.values());
    Map<String, UUID> productIds = productIds(documents.values());
    Map<Row, ImportedTransaction> parts = new LinkedHashMap<>();
    documents.forEach(
        (row, document) -> {
          try {
            parts.put(row, document.imported(customerIds, productIds));
          } catch (RefusedRowException unusable) {
            refusals.add(unusable.refusalOf(row));
          }
        });
    return parts;
  }

  private Map<ExternalId, UUID> customerIds(Collection<TransactionRow> documents) {
    Map<String, Set<String>> valuesBySource = new TreeMap<>();
    for (TransactionRow document : documents) {
      ExternalId customer = document.customer();
      if (customer != null) {
        valuesBySource
            .computeIfAbsent(customer.source(), source -> new TreeSet<>())
            .add(customer.value());
      }
    }
    Map<ExternalId, UUID> ids = new HashMap<>();
    valuesBySource.forEach(
        (source, values) ->
            customers
                .ensure(source, values, Source.SALES_RECORD)
                .forEach((value, id) -> ids.put(new ExternalId(source, value), id)));
    return ids;
  }

  private Map<String, UUID> productIds(Collection<TransactionRow> documents) {
    Map<String, String> nameByCode = new TreeMap<>();
    documents.forEach(
        document -> document.productCodes().forEach(code -> nameByCode.put(code, "")));
    return nameByCode.isEmpty() ? Map.of() : transactions.ensureProducts(nameByCode);
  }

  private static void refuse(
      IntakeCount count, Map<Row, ImportedTransaction> parts, List<Refusal> refusals) {
    Set<List<String>> contradicted =
        count.contradictions().stream()
            .map(contradiction -> List.of(contradiction.source(), contradiction.number()))
            .collect(Collectors.toSet());
    parts.forEach(
        (row, part) -> {
          if (contradicted.contains(List.of(part.source(), part.number()))) {
            refusals.add(
                row.refused(
                    "transaction-contradiction",
                    "The number is known with another kind, customer or currency."));
          }
        });
  }

  private static long accepted(IntakeCount count, int rows) {
    if (count.unchangedLines() == 0) {
      return rows;
    }
    return Math.min(rows, count.newTransactions());
  }

  private static void demandCode(String code) {
    if (code.isBlank() || code.length() > MAX_CODE_CHARS) {
      throw new RefusedRowException(
          "product-invalid", "A productCode has 1 to " + MAX_CODE_CHARS + " characters.");
    }
  }
}
