package org.kexin.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kexin.transaction.TransactionIntake;

/**
 * Products by code. A product that exists keeps the name that it has: a list of products from
 * elsewhere must not undo what was corrected here. Every usable row counts as accepted, for it is
 * not told which of the products were there already.
 */
@ApplicationScoped
class ProductRows implements ImportKind {

  private static final int BATCH_ROWS = 1_000;
  private static final int MAX_CODE_CHARS = 64;
  private static final int MAX_NAME_CHARS = 200;

  private final TransactionIntake transactions;
  private final JsonRows json;

  ProductRows(TransactionIntake transactions, JsonRows json) {
    this.transactions = transactions;
    this.json = json;
  }

  /** A line of NDJSON. */
  record Line(@Nullable String code, @Nullable String name) {}

  /** A line that can be used. */
  private record Product(String code, String name) {}

  @Override
  public String name() {
    return "products";
  }

  @Override
  public Set<ImportFormat> formats() {
    return Set.of(ImportFormat.CSV, ImportFormat.NDJSON);
  }

  @Override
  public List<String> columns() {
    return List.of("code", "name");
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
    Map<String, String> nameByCode = new LinkedHashMap<>();
    Row.read(rows, this::product, refusals)
        .values()
        .forEach(product -> nameByCode.putIfAbsent(product.code(), product.name()));
    if (!nameByCode.isEmpty()) {
      transactions.ensureProducts(nameByCode);
    }
    return new Outcome(rows.size() - refusals.size(), 0, refusals);
  }

  private Product product(Row row) {
    Line line =
        row.isCsv() ? new Line(row.value("code"), row.value("name")) : json.read(row, Line.class);
    return new Product(
        text(line.code(), "code", MAX_CODE_CHARS), text(line.name(), "name", MAX_NAME_CHARS));
  }

  private static String text(@Nullable String value, String member, int maxChars) {
    String text = value == null ? "" : value.strip();
    if (text.isEmpty() || text.length() > maxChars) {
      throw new RefusedRowException(
          member + "-invalid", "A " + member + " has 1 to " + maxChars + " characters.");
    }
    return text;
  }
}
