package org.kexin.analysis.lifetime;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.kexin.analysis.About;
import org.kexin.analysis.algorithm.Statistics;
import org.kexin.analysis.algorithm.lifetime.CustomerOutlook;
import org.kexin.analysis.insight.Insight.Why;

/** Customers' outlooks in rows and in words. */
final class OutlookRows {

  private static final int DAYS_PER_WEEK = 7;

  private OutlookRows() {}

  static List<WinBackPage.WinBack> winBacks(List<CustomerOutlook<UUID>> best, About about) {
    LocalDate to = LocalDate.parse(about.stated("observedTo"));
    return IntStream.range(0, best.size())
        .mapToObj(i -> winBack(i + 1, best.get(i), to, about))
        .toList();
  }

  private static WinBackPage.WinBack winBack(
      int rank, CustomerOutlook<UUID> outlook, LocalDate to, About about) {
    long days = days(outlook.recency());
    return new WinBackPage.WinBack(
        rank,
        outlook.customer(),
        to.minusDays(days),
        outlook.history().repeats(),
        outlook.probabilityAlive(),
        outlook.expectedPurchases(),
        money(outlook.lifetimeValue().orElseThrow()),
        money(outlook.valueAtRisk().orElseThrow()),
        List.of(
            lastPurchase(days),
            purchaseDays(outlook.history().repeats()),
            active(outlook.probabilityAlive()),
            meanValue(outlook.meanValue().orElseThrow(), about)));
  }

  static List<MostValuablePage.Valuable> valuable(List<CustomerOutlook<UUID>> best, About about) {
    return IntStream.range(0, best.size())
        .mapToObj(i -> valuable(i + 1, best.get(i), about))
        .toList();
  }

  private static MostValuablePage.Valuable valuable(
      int rank, CustomerOutlook<UUID> outlook, About about) {
    return new MostValuablePage.Valuable(
        rank,
        outlook.customer(),
        money(outlook.lifetimeValue().orElseThrow()),
        List.of(
            expected(outlook.expectedPurchases(), about.stated("months")),
            meanValue(outlook.meanValue().orElseThrow(), about),
            purchaseDays(outlook.history().repeats()),
            lastPurchase(days(outlook.recency()))));
  }

  static List<MostValuablePage.Valuable> valuable(Statistics<UUID> statistics, About about) {
    return statistics.topCustomers().stream()
        .map(
            top ->
                new MostValuablePage.Valuable(
                    top.rank(),
                    top.customer(),
                    top.revenue().toPlainString(),
                    List.of(
                        new Why(
                            "ORDERS",
                            "%d orders for %s %s."
                                .formatted(
                                    top.transactions(),
                                    top.revenue().toPlainString(),
                                    about.currency())),
                        new Why(
                            "SHARE",
                            "%s %% of the revenue of known customers."
                                .formatted(OutlookWords.percent(top.share()))))))
        .toList();
  }

  static long days(double weeks) {
    return Math.round(weeks * DAYS_PER_WEEK);
  }

  static Why lastPurchase(long days) {
    return new Why(
        "LAST_PURCHASE",
        "The last purchase was %d days before the last day observed.".formatted(days));
  }

  static Why purchaseDays(int repeats) {
    return new Why("PURCHASE_DAYS", "Bought on %d days.".formatted(repeats + 1));
  }

  static Why active(double probability) {
    return new Why(
        "ACTIVE_PROBABILITY",
        "Of customers who bought like this %s %% are still active, by the model."
            .formatted(OutlookWords.percent(probability)));
  }

  static Why expected(double purchases, String months) {
    return new Why(
        "EXPECTED_PURCHASES",
        "%s purchases are expected in %s months."
            .formatted(OutlookWords.number(purchases), months));
  }

  private static Why meanValue(double value, About about) {
    return new Why(
        "MEAN_VALUE",
        "A purchase is worth %s %s on average, by the model."
            .formatted(money(value), about.currency()));
  }

  private static String money(double amount) {
    return OutlookWords.number(amount);
  }
}
