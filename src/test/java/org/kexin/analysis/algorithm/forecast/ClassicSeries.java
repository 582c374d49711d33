package org.kexin.analysis.algorithm.forecast;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.kexin.testing.ExampleFiles;

/** Series of the text books; a test that asks for one is skipped where the file is absent. */
final class ClassicSeries {

  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern BLANK = Pattern.compile(" ");
  private static final int FIRST_OIL_YEAR = 1965;

  private ClassicSeries() {}

  /** Monthly airline passengers, January 1949 to December 1960, in thousands. */
  static double[] airPassengers() {
    return named("AirPassengers");
  }

  /** Monthly carbon dioxide at Mauna Loa, 1959 to 1997, in parts per million. */
  static double[] co2() {
    return named("co2");
  }

  /** Yearly oil production of Saudi Arabia to 2013, in million tonnes. */
  static double[] oilFrom(int year) {
    double[] oil = named("oil");
    return Arrays.copyOfRange(oil, year - FIRST_OIL_YEAR, oil.length);
  }

  /** Months from January 1949. */
  static TimeSeries months(double[] values) {
    return TimeSeries.ofWholePeriods(
        PeriodUnit.MONTH, LocalDate.of(1949, 1, 1), Arrays.stream(values).boxed().toList());
  }

  private static double[] named(String name) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                ExampleFiles.open("forecast/classic_series.csv"), StandardCharsets.UTF_8))) {
      List<String[]> rows = lines.lines().map(line -> COMMA.split(line)).toList();
      String[] row = rows.stream().filter(r -> r[0].equals(name)).findFirst().orElseThrow();
      return BLANK.splitAsStream(row[row.length - 1]).mapToDouble(Double::parseDouble).toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
