package org.kexin.analysis.need;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.kexin.analysis.SoldLine;
import org.kexin.transaction.LinesReader;

/** What needs of all do with each line, for {@code Passes} beside this file. */
public final class NeedCounts {

  private NeedCounts() {}

  public static Consumer<SoldLine> of(
      Map<UUID, LinesReader.ProductLabel> products, LocalDate reference) {
    return new NeedTally(reference, 7, product -> products.get(product).code())::add;
  }
}
