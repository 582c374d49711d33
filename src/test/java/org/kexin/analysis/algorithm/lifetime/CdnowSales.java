package org.kexin.analysis.algorithm.lifetime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.kexin.analysis.algorithm.Sale;
import org.kexin.testing.ExampleFiles;

/** The CDNOW sample of Fader and Hardie, and the summaries made of it. */
final class CdnowSales {

  static final LocalDate CALIBRATION_END = LocalDate.of(1997, 9, 30);
  static final LocalDate HOLD_OUT_END = LocalDate.of(1998, 6, 30);

  private CdnowSales() {}

  /** Ascending by the number of the customer in the sample, 1 to 2,357. */
  static List<Sale<Integer>> sales() {
    return lines("btyd/CDNOW_sample.txt").stream()
        .map(line -> line.strip().split(" +", -1))
        .map(
            fields ->
                new Sale<>(
                    Integer.valueOf(fields[1]),
                    LocalDate.parse(fields[2], DateTimeFormatter.BASIC_ISO_DATE),
                    new BigDecimal(fields[4]),
                    1,
                    Long.parseLong(fields[3])))
        .toList();
  }

  /** 39 weeks of calibration and 39 weeks of hold-out. */
  static PurchaseHistories<Integer> histories() {
    PurchaseSummariser<Integer> summariser =
        new PurchaseSummariser<>(
            Comparator.naturalOrder(),
            PurchaseHistories.Parameters.inWeeks(CALIBRATION_END, HOLD_OUT_END));
    sales().forEach(summariser::add);
    return summariser.finish();
  }

  /** The summary rounded to two decimals. */
  static List<PurchaseHistory> summary() {
    return lines("btyd/cdnow_customers_summary.csv").stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(CdnowSales::history)
        .toList();
  }

  private static PurchaseHistory history(String[] fields) {
    return new PurchaseHistory(
        Integer.parseInt(fields[1]), Double.parseDouble(fields[2]), Double.parseDouble(fields[3]));
  }

  /** The customers of the second summary: repeats and mean value of the repeat purchases. */
  static RepeatValues repeatValues() {
    RepeatValues values = new RepeatValues();
    for (String line : lines("btyd/cdnow_customers_summary_with_transactions.csv")) {
      if (!line.startsWith("ID")) {
        String[] fields = line.split(",", -1);
        values.add(Integer.parseInt(fields[1]), Double.parseDouble(fields[4]));
      }
    }
    return values;
  }

  private static List<String> lines(String file) {
    try (BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(ExampleFiles.open(file), StandardCharsets.UTF_8));
        Stream<String> lines = reader.lines()) {
      return new ArrayList<>(lines.filter(line -> !line.isBlank()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
