package org.kexin.profile;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Answering;
import org.kexin.transaction.LineRow;
import org.kexin.transaction.LinesReader;
import org.kexin.transaction.LinesReader.ProductLabel;
import org.kexin.transaction.ProductDirectory;

/** What one customer bought, by the codes of the currencies, and what the products are called. */
@ApplicationScoped
class PurchaseBook {

  private final LinesReader lines;
  private final ProductDirectory products;
  private final Answering answering;

  PurchaseBook(LinesReader lines, ProductDirectory products, Answering answering) {
    this.lines = lines;
    this.products = products;
    this.answering = answering;
  }

  /** Everything that a customer ever bought. */
  SortedMap<String, Bought> all(UUID customer) {
    SortedMap<String, Bought> bought = new TreeMap<>();
    ZoneId zone = answering.zone();
    lines.streamOf(customer, null, row -> add(bought, row, zone));
    return bought;
  }

  /** What a customer bought from one day to another, both included. */
  SortedMap<String, Bought> between(UUID customer, LocalDate from, LocalDate to) {
    SortedMap<String, Bought> bought = new TreeMap<>();
    ZoneId zone = answering.zone();
    lines.streamOf(
        customer,
        from.atStartOfDay(zone).toInstant(),
        to.plusDays(1).atStartOfDay(zone).toInstant(),
        row -> add(bought, row, zone));
    return bought;
  }

  private static void add(SortedMap<String, Bought> bought, LineRow row, ZoneId zone) {
    bought
        .computeIfAbsent(row.currency().getCurrencyCode(), code -> new Bought(row.currency()))
        .add(row, LocalDate.ofInstant(row.occurredAt(), zone));
  }

  /** What these products are called, in one round trip. */
  Labels labels(Collection<Bought> bought) {
    List<UUID> ids = new ArrayList<>();
    bought.forEach(some -> some.products().forEach(ids::add));
    return new Labels(products.labels(ids));
  }

  /** Names of products and categories. */
  record Labels(Map<UUID, ProductLabel> byId) {

    /** The name of a product, else its code; null where there is none. */
    Function<UUID, @Nullable String> product() {
      return id -> {
        ProductLabel label = byId.get(id);
        return label == null ? null : label.name() == null ? label.code() : label.name();
      };
    }

    /** The category of a product; null where it has none. */
    Function<UUID, @Nullable String> category() {
      return id -> {
        ProductLabel label = byId.get(id);
        return label == null ? null : label.category();
      };
    }
  }
}
