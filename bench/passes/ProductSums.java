package org.kexin.analysis.product;

import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.kexin.analysis.SoldLine;
import org.kexin.transaction.LinesReader;

/** What product statistics do with each line, for {@code Passes} beside this file. */
public final class ProductSums {

  private ProductSums() {}

  public static Consumer<SoldLine> of(Map<UUID, LinesReader.ProductLabel> products) {
    return new ProductTally(products)::add;
  }
}
