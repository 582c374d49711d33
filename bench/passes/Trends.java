package org.kexin.analysis.trend;

import java.util.UUID;
import java.util.function.Consumer;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.algorithm.Sale;
import org.kexin.analysis.algorithm.forecast.PeriodUnit;

/** What forecasts do with each sale, for {@code Passes} beside this file. */
public final class Trends {

  private Trends() {}

  public static Consumer<Sale<UUID>> ofDays(SalesQuery query) {
    return new TrendTally(PeriodUnit.DAY, query)::add;
  }
}
