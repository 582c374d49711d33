package org.kexin.analysis.algorithm.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import org.kexin.testing.ExampleFiles;

/**
 * Section B10 on all rows of UCI Online Retail. Rows and missing customers and descriptions are
 * widely quoted, and so are the repeated rows; the other counts were computed from the file with a
 * few lines of Python (csv, sets and Decimal), which share nothing with this code.
 */
class TableProfileTest {

  private static final Pattern STOCK_CODE = Pattern.compile("\\d{5}[A-Za-z]{0,2}");

  private static final QualityRules RULES =
      QualityRules.of(
          List.of(
              new QualityRules.Validity(
                  "five digits and up to two letters",
                  "StockCode",
                  code -> STOCK_CODE.matcher(code).matches())),
          List.of(
              new QualityRules.Domain(
                  "quantity not above zero", "Quantity", quantity -> quantity.signum() <= 0),
              new QualityRules.Domain("price below zero", "UnitPrice", price -> price.signum() < 0),
              new QualityRules.Domain(
                  "price is zero", "UnitPrice", price -> price.compareTo(BigDecimal.ZERO) == 0)),
          List.of(
              new QualityRules.Document("sale", "InvoiceNo", ""),
              new QualityRules.Document("cancellation", "InvoiceNo", "C"),
              new QualityRules.Document("adjustment", "InvoiceNo", "A")),
          List.of(
              new QualityRules.Dates(
                  "InvoiceDate", DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss"))));

  @Example
  void onlineRetailHasTheQualityThatIsQuoted() {
    TableProfile profile = onlineRetail();

    assertThat(profile.rows()).isEqualTo(541_909);
    assertThat(profile.raggedRows()).isZero();
    TableProfile.Column customer = profile.columns().get(6);
    assertThat(customer.name()).isEqualTo("CustomerID");
    assertThat(customer.missing()).isEqualTo(135_080);
    assertThat(100 - 100 * customer.completeness().orElseThrow())
        .isCloseTo(24.9267, within(.00005));
    assertThat(profile.columns().get(2).missing()).isEqualTo(1_454);
    assertThat(profile.columns())
        .extracting(
            TableProfile.Column::name,
            TableProfile.Column::missing,
            column -> column.distinct().count())
        .containsExactly(
            tuple("InvoiceNo", 0L, 25_900L),
            tuple("StockCode", 0L, 4_070L),
            tuple("Description", 1_454L, 4_211L),
            tuple("Quantity", 0L, 722L),
            tuple("InvoiceDate", 0L, 23_260L),
            tuple("UnitPrice", 0L, 1_630L),
            tuple("CustomerID", 135_080L, 4_372L),
            tuple("Country", 0L, 38L));
    assertThat(profile.columns()).allMatch(column -> column.distinct().exact());
    assertThat(profile.columns().get(1).invalid())
        .containsExactly(new TableProfile.Invalid("five digits and up to two letters", 2_995));

    assertThat(profile.duplicates().orElseThrow()).isEqualTo(5_268);
    assertThat(profile.duplicateShare().orElseThrow()).isCloseTo(5_268 / 541_909.0, within(1e-15));
    assertThat(profile.domains())
        .extracting(TableProfile.OutsideDomain::rows, TableProfile.OutsideDomain::unreadable)
        .containsExactly(tuple(10_624L, 0L), tuple(2L, 0L), tuple(2_515L, 0L));
    assertThat(profile.documents())
        .extracting(
            TableProfile.Documents::kind,
            TableProfile.Documents::rows,
            kind -> kind.documents().count())
        .containsExactly(
            tuple("sale", 532_618L, 22_061L),
            tuple("cancellation", 9_288L, 3_836L),
            tuple("adjustment", 3L, 3L));
    assertThat(profile.dates())
        .containsExactly(
            new TableProfile.DateRange(
                "InvoiceDate",
                LocalDateTime.of(2010, 12, 1, 8, 26),
                LocalDateTime.of(2011, 12, 9, 12, 50),
                0));
  }

  private static TableProfile onlineRetail() {
    try (Reader text =
            new InputStreamReader(
                ExampleFiles.open("retail/online_retail_lines.csv.gz"), StandardCharsets.UTF_8);
        CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text)) {
      var rows = csv.iterator();
      TableProfiler profiler = new TableProfiler(rows.next().getFields(), RULES);
      rows.forEachRemaining(row -> profiler.add(row.getFields().toArray(String[]::new)));
      return profiler.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
