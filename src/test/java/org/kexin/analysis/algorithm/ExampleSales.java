package org.kexin.analysis.algorithm;

import static org.junit.jupiter.api.Assumptions.abort;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Public data sets as sales, ascending by customer. */
public final class ExampleSales {

  private static final Path RETAIL_OF_PROJECT =
      Path.of("src/main/sample/online_retail_lines.csv.gz");
  private static final Path RETAIL_BESIDE =
      Path.of("../shared/data/retail/online_retail_lines.csv.gz");

  private static final Comparator<Sale<String>> BY_CUSTOMER =
      Comparator.comparing(sale -> String.valueOf(sale.customer()));

  private ExampleSales() {}

  /** The orders of the R package rfm; see NOTICE in the folder of the file. */
  public static List<Sale<String>> ofRfmPackage() {
    InputStream file = ExampleSales.class.getResourceAsStream("/analysis/rfm_data_orders.csv.gz");
    if (file == null) {
      throw new IllegalStateException("test resource missing: rfm_data_orders.csv.gz");
    }
    try (Stream<NamedCsvRecord> rows = rows(file)) {
      return rows.map(
              row ->
                  new Sale<>(
                      row.getField("customer_id"),
                      LocalDate.parse(row.getField("order_date")),
                      new BigDecimal(row.getField("revenue")),
                      1,
                      1))
          .sorted(BY_CUSTOMER)
          .toList();
    }
  }

  /**
   * The clean lines of UCI Online Retail (customer known, quantity and price above zero), summed up
   * to invoices. Skips the test when the file is not there.
   */
  public static List<Sale<String>> ofOnlineRetail() {
    Path path = Files.exists(RETAIL_OF_PROJECT) ? RETAIL_OF_PROJECT : RETAIL_BESIDE;
    if (!Files.exists(path)) {
      return abort("example data not found: " + RETAIL_BESIDE);
    }
    Map<String, Sale<String>> invoices = new LinkedHashMap<>();
    try (Stream<NamedCsvRecord> rows = rows(Files.newInputStream(path))) {
      rows.forEach(
          row -> {
            long quantity = Long.parseLong(row.getField("Quantity"));
            BigDecimal price = new BigDecimal(row.getField("UnitPrice"));
            String customer = row.getField("CustomerID");
            if (!customer.isBlank() && quantity > 0 && price.signum() > 0) {
              LocalDate day = LocalDate.parse(row.getField("InvoiceDate").substring(0, 10));
              BigDecimal amount = price.multiply(BigDecimal.valueOf(quantity));
              invoices.merge(
                  row.getField("InvoiceNo"),
                  new Sale<>(customer, day, amount, 1, quantity),
                  ExampleSales::plus);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Sale<String>> sales = new ArrayList<>(invoices.values());
    sales.sort(BY_CUSTOMER);
    return sales;
  }

  private static Sale<String> plus(Sale<String> invoice, Sale<String> line) {
    if (!Objects.equals(invoice.customer(), line.customer())) {
      throw new IllegalStateException("an invoice of two customers");
    }
    return new Sale<>(
        invoice.customer(),
        invoice.day().isAfter(line.day()) ? invoice.day() : line.day(),
        invoice.amount().add(line.amount()),
        invoice.lines() + line.lines(),
        invoice.quantity() + line.quantity());
  }

  private static Stream<NamedCsvRecord> rows(InputStream gzip) {
    try {
      Reader text = new InputStreamReader(new GZIPInputStream(gzip), StandardCharsets.UTF_8);
      CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text);
      return reader.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
