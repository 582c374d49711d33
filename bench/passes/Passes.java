package org.kexin.analysis;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalPropertiesReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.kexin.analysis.algorithm.Concentration;
import org.kexin.analysis.algorithm.CustomerOrder;
import org.kexin.analysis.algorithm.Rfm;
import org.kexin.analysis.algorithm.SegmentTable;
import org.kexin.analysis.algorithm.Statistics;
import org.kexin.analysis.algorithm.association.BasketSet;
import org.kexin.analysis.algorithm.lifetime.PurchaseHistories;
import org.kexin.analysis.algorithm.lifetime.PurchaseSummariser;
import org.kexin.analysis.algorithm.retention.Retention;
import org.kexin.analysis.distribution.CustomerGroups;
import org.kexin.analysis.grading.Grades;
import org.kexin.analysis.need.NeedCounts;
import org.kexin.analysis.product.ProductSums;
import org.kexin.analysis.trend.Trends;
import org.kexin.customer.CustomerFacts;
import org.kexin.customer.CustomerReaders;
import org.kexin.transaction.LinesReader;
import org.kexin.transaction.Readers;
import org.kexin.transaction.SalesFilter;
import org.kexin.transaction.SalesReader;

/**
 * Times every analysis that reads the sales or their lines once, against reading the same rows with
 * nothing done: {@code java org.kexin.analysis.Passes USER PASSWORD ROUNDS URL...}. With several
 * databases the last column says how time grows from the first to the last.
 */
public final class Passes {

  private static final LocalDate END = LocalDate.of(2025, 12, 31);
  private static final SalesQuery ALL =
      new SalesQuery(
          null, null, SalesQuery.Returns.EXCLUDED, SalesQuery.Anonymous.EXCLUDED, null, null, Filters.NONE);

  /** Of the six years that are written, the last five: as many months as are given as groups. */
  private static final SalesQuery LATE = ALL.during(LocalDate.of(2021, 1, 1), END);

  private final SalesReader sales;
  private final LinesReader lines;
  private final CustomerFacts facts;
  private final SalesPass pass;
  private final CustomerPass customers;

  private Passes(AgroalDataSource source) {
    this.sales = Readers.sales(source);
    this.lines = Readers.lines(source);
    this.facts = CustomerReaders.facts(source);
    this.pass = new SalesPass(sales, lines, new Config());
    this.customers = new CustomerPass(facts, pass);
  }

  public static void main(String[] arguments) throws Exception {
    int rounds = Integer.parseInt(arguments[2]);
    for (String url : Arrays.asList(arguments).subList(3, arguments.length)) {
      Map<String, String> properties = new LinkedHashMap<>();
      properties.put("maxSize", "2");
      properties.put("jdbcUrl", url);
      properties.put("principal", arguments[0]);
      properties.put("credential", arguments[1]);
      try (AgroalDataSource source =
          AgroalDataSource.from(new AgroalPropertiesReader("").readProperties(properties))) {
        new Passes(source).run(url.replaceFirst(".*/(\\w+).*", "$1"), rounds);
      }
    }
  }

  private void run(String name, int rounds) {
    long[] rows = {0};
    sales.stream(SalesFilter.ALL, row -> rows[0]++);
    double nothing = median(rounds, () -> sales.stream(SalesFilter.ALL, row -> {}));
    System.out.printf("%s: %,d orders read with nothing done: %.2f s%n", name, rows[0], nothing);
    Map<String, Runnable> ofSales = new LinkedHashMap<>();
    ofSales.put("statistics", this::statistics);
    ofSales.put("statistics by month", () -> statisticsBy(Grouping.MONTH));
    ofSales.put("statistics by channel", () -> statisticsBy(Grouping.CHANNEL));
    ofSales.put("rfm", this::rfm);
    ofSales.put("cohorts", this::cohorts);
    ofSales.put("purchase histories", this::histories);
    ofSales.put("sales by day", () -> pass.read(ALL, Trends.ofDays(ALL)));
    ofSales.forEach((analysis, work) -> told(analysis, median(rounds, work), nothing));
    rows[0] = 0;
    lines.stream(null, row -> rows[0]++);
    double nothingOfLines = median(rounds, () -> lines.stream(null, row -> {}));
    System.out.printf(
        "%s: %,d lines read with nothing done: %.2f s%n", name, rows[0], nothingOfLines);
    told("baskets", median(rounds, this::baskets), nothingOfLines);
    told("product statistics", median(rounds, this::products), nothingOfLines);
    told("needs", median(rounds, this::needs), nothingOfLines);
    double nothingOfCustomers = median(rounds, this::readCustomersAndSales);
    System.out.printf(
        "%s: customers and orders read with nothing done: %.2f s%n", name, nothingOfCustomers);
    told("distribution by age", median(rounds, this::ages), nothingOfCustomers);
    told("the same, as it was", median(rounds, this::agesAsTheyWere), nothingOfCustomers);
    told("grades", median(rounds, this::grades), nothingOfCustomers);
    System.out.printf("%s: largest heap %,d MiB%n", name, peak() >> 20);
  }

  private static void told(String analysis, double seconds, double nothing) {
    System.out.printf(
        "  %-22s %.2f s, %.2f times as long (at most 2 is wanted)%n",
        analysis, seconds, seconds / nothing);
  }

  private void statistics() {
    var accumulator =
        new Statistics.Accumulator<UUID>(
            CustomerOrder.ofUuids(),
            new Statistics.Parameters(10, Concentration.Parameters.defaults(), null, null));
    pass.read(ALL, accumulator::add);
    accumulator.finish();
  }

  /** The groups beside the whole, as they are answered. */
  private void statisticsBy(Grouping grouping) {
    var whole =
        new Statistics.Accumulator<UUID>(
            CustomerOrder.ofUuids(),
            new Statistics.Parameters(10, Concentration.Parameters.defaults(), null, null));
    StatisticsByGroup groups = new StatisticsByGroup(grouping);
    pass.read(
        LATE,
        grouping.traits(),
        (sale, row) -> {
          whole.add(sale);
          groups.add(sale, row);
        });
    whole.finish();
    groups.finish();
  }

  private void rfm() {
    var accumulator =
        new Rfm.Accumulator<UUID>(
            CustomerOrder.ofUuids(),
            new Rfm.Parameters(Rfm.Method.RFM_PACKAGE, null, END, SegmentTable.ofRfmPackage()));
    pass.read(ALL, accumulator::add);
    accumulator.finish();
  }

  private void cohorts() {
    var accumulator =
        new Retention.Accumulator<UUID>(CustomerOrder.ofUuids(), Retention.Parameters.defaults());
    pass.read(ALL, accumulator::add);
    accumulator.finish();
  }

  private void histories() {
    var summariser =
        new PurchaseSummariser<UUID>(
            CustomerOrder.ofUuids(), PurchaseHistories.Parameters.inWeeks(END));
    pass.read(ALL, summariser::add);
    summariser.finish().grouped();
  }

  private void baskets() {
    var accumulator =
        new BasketSet.Accumulator<UUID, UUID>((one, other) -> one.equals(other) ? 0 : -1, CustomerOrder.ofUuids());
    pass.readLines(ALL, line -> accumulator.add(line.transaction(), line.product()));
    accumulator.finish();
  }

  private void products() {
    pass.readLines(ALL, ProductSums.of(pass.products()));
  }

  private void needs() {
    pass.readLines(ALL, NeedCounts.of(pass.products(), END));
  }

  private void readCustomersAndSales() {
    try (CustomerFacts.Cursor cursor = facts.open(null)) {
      while (cursor.next() != null) {
        // Only reading is timed.
      }
    }
    sales.stream(SalesFilter.ALL, row -> {});
  }

  private void ages() {
    customers.read(ALL, CustomerGroups.byAge(END.getYear()));
  }

  private void grades() {
    Grades.Grading grading = Grades.of(END);
    customers.read(ALL, grading.visitor());
    grading.finish(10);
  }

  /** As of a moment at which a tenth of the customers had facts that changed since. */
  private void agesAsTheyWere() {
    customers.read(
        new SalesQuery(
            null,
            null,
            ALL.returns(),
            ALL.anonymous(),
            null,
            Instant.parse("2026-01-15T00:00:00Z"),
            Filters.NONE),
        CustomerGroups.byAge(END.getYear()));
  }

  private static double median(int rounds, Runnable work) {
    double[] seconds = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      work.run();
      seconds[i] = (System.nanoTime() - start) / 1e9;
    }
    Arrays.sort(seconds);
    return seconds[rounds / 2];
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  /** As the defaults of the service. */
  private record Config() implements AnalysisConfig {

    @Override
    public int smallestGroup() {
      return 10;
    }

    @Override
    public Duration cutEvery() {
      return Duration.ofHours(24);
    }

    @Override
    public ZoneId zone() {
      return ZoneOffset.UTC;
    }

    @Override
    public int threads() {
      return 2;
    }

    @Override
    public int queue() {
      return 16;
    }

    @Override
    public Duration patience() {
      return Duration.ofMinutes(10);
    }
  }
}
