import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.kexin.analysis.algorithm.Sale;
import org.kexin.analysis.algorithm.association.BasketSet;
import org.kexin.analysis.algorithm.association.ItemsetParameters;
import org.kexin.analysis.algorithm.association.Itemsets;
import org.kexin.analysis.algorithm.forecast.Choice;
import org.kexin.analysis.algorithm.forecast.Forecasting;
import org.kexin.analysis.algorithm.forecast.PeriodUnit;
import org.kexin.analysis.algorithm.forecast.TimeSeries;
import org.kexin.analysis.algorithm.lifetime.ModelKind;
import org.kexin.analysis.algorithm.lifetime.PurchaseHistories;
import org.kexin.analysis.algorithm.lifetime.PurchaseModelFit;
import org.kexin.analysis.algorithm.lifetime.PurchaseSummariser;

/**
 * How long the algorithms take on public data, each warm: {@code java -cp CLASSES:JARS
 * bench/Algorithms.java DATA WARM_SECONDS}. What is read from a file is read before.
 */
final class Algorithms {

  private static final int RUNS = 5;
  private static final LocalDate CALIBRATION_END = LocalDate.of(1997, 9, 30);
  private static final LocalDate HOLD_OUT_END = LocalDate.of(1998, 6, 30);

  private final Path data;
  private final double warmSeconds;

  private Algorithms(Path data, double warmSeconds) {
    this.data = data;
    this.warmSeconds = warmSeconds;
  }

  public static void main(String[] arguments) throws Exception {
    new Algorithms(Path.of(arguments[0]), Double.parseDouble(arguments[1])).run();
  }

  private void run() throws Exception {
    BasketSet<Integer> chess = baskets("baskets/chess.dat");
    BasketSet<Integer> retail = baskets("baskets/retail.dat.gz");
    timed("chess.dat at 60 %", 3, () -> frequent(chess, "0.6"));
    timed("retail.dat at 0.1 %", 5, () -> frequent(retail, "0.001"));
    List<Sale<Integer>> cdnow = cdnow();
    PurchaseHistories<Integer> once = histories(cdnow, 1);
    PurchaseHistories<Integer> tenTimes = histories(cdnow, 10);
    timed("BG/NBD on the CDNOW sample", 0.5, () -> fit(once));
    timed("BG/NBD on ten times as many", 3, () -> fit(tenTimes));
    TimeSeries passengers = airPassengers();
    timed("ETS chosen for 144 months", 0.3, () -> chosen(passengers));
  }

  private void timed(String name, double wanted, Callable<Object> work) throws Exception {
    long until = System.nanoTime() + (long) (warmSeconds * 1e9);
    Object last;
    do {
      last = work.call();
    } while (System.nanoTime() < until);
    double[] seconds = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      last = work.call();
      seconds[i] = (System.nanoTime() - start) / 1e9;
    }
    Arrays.sort(seconds);
    System.out.printf(
        "%-32s median %.3f s, slowest %.3f s (at most %.1f s is wanted; %s)%n",
        name, seconds[RUNS / 2], seconds[RUNS - 1], wanted, last);
  }

  private static Object frequent(BasketSet<Integer> baskets, String support) {
    return Itemsets.find(
                baskets,
                new ItemsetParameters(
                    new BigDecimal(support), ItemsetParameters.Kind.FREQUENT, 1_000, 1_000_000),
                () -> false)
            .sets()
            .size()
        + " sets";
  }

  private static Object fit(PurchaseHistories<Integer> histories) {
    return "log-likelihood %.1f"
        .formatted(
            PurchaseModelFit.of(histories.grouped(), ModelKind.BG_NBD)
                .logLikelihood()
                .orElseThrow());
  }

  private static Object chosen(TimeSeries series) {
    return Forecasting.of(series, Forecasting.Parameters.of(new Choice.ByAicc(), 12), share -> {})
        .model();
  }

  private BasketSet<Integer> baskets(String name) throws IOException {
    try (BufferedReader lines = open(name)) {
      return BasketSet.of(
          lines
              .lines()
              .map(line -> Arrays.stream(line.strip().split(" ")).map(Integer::valueOf).toList())
              .toList(),
          Comparator.<Integer>naturalOrder());
    }
  }

  private List<Sale<Integer>> cdnow() throws IOException {
    try (BufferedReader lines = open("btyd/CDNOW_sample.txt")) {
      return lines
          .lines()
          .map(line -> line.strip().split("\\s+"))
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
  }

  /** Each customer as often as said, a day later each time, so that rows do not all group. */
  private static PurchaseHistories<Integer> histories(List<Sale<Integer>> sales, int times) {
    PurchaseSummariser<Integer> summariser =
        new PurchaseSummariser<>(
            Comparator.naturalOrder(),
            PurchaseHistories.Parameters.inWeeks(CALIBRATION_END, HOLD_OUT_END));
    for (int copy = 0; copy < times; copy++) {
      for (Sale<Integer> sale : sales) {
        summariser.add(
            new Sale<>(
                sale.customer() + copy * 1_000_000,
                sale.day().plusDays(copy),
                sale.amount(),
                sale.lines(),
                sale.quantity()));
      }
    }
    return summariser.finish();
  }

  private TimeSeries airPassengers() throws IOException {
    try (BufferedReader lines = open("forecast/classic_series.csv")) {
      String[] fields =
          lines
              .lines()
              .filter(line -> line.startsWith("AirPassengers"))
              .findFirst()
              .orElseThrow()
              .split(",");
      return TimeSeries.ofWholePeriods(
          PeriodUnit.MONTH,
          LocalDate.of(1949, 1, 1),
          Arrays.stream(fields[4].strip().split(" ")).map(Double::valueOf).toList());
    }
  }

  private BufferedReader open(String name) {
    try {
      InputStream file = Files.newInputStream(data.resolve(name));
      InputStream content = name.endsWith(".gz") ? new GZIPInputStream(file) : file;
      return new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
