package org.kexin.transaction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of one intake, without the database: which transactions and lines are new, and
 * which order line a return belongs to.
 *
 * <p>Lines are decided one after the other in the order given, and a decision depends only on the
 * lines before it, stored or not. So the outcome is the same however a sequence of lines is cut
 * into batches.
 */
final class IntakeBatch {

  /**
   * Best last: the price paid for it, then the latest purchase; the rest only makes the choice
   * repeatable, which ids of rows would not.
   */
  private static final Comparator<IntakeLine> LIKELIER =
      Comparator.<IntakeLine, java.time.Instant>comparing(line -> line.header().occurredAt())
          .thenComparing(line -> line.header().reference().source())
          .thenComparing(line -> line.header().reference().number())
          .thenComparing(IntakeLine::lineNo);

  private final Supplier<UUID> ids;
  private final Map<ImportedTransaction.NumberedBy, IntakeHeader> headers = new HashMap<>();
  private final Map<Bought, List<IntakeLine>> purchases = new HashMap<>();
  private final Set<IntakeHeader> newHeaders = new LinkedHashSet<>();
  private final Set<IntakeHeader> changedHeaders = new LinkedHashSet<>();
  private final List<IntakeLine> newLines = new ArrayList<>();
  private final Map<IntakeLine, Boolean> storedPurchases = new LinkedHashMap<>();
  private final List<IntakeCount.Contradiction> contradictions = new ArrayList<>();
  private int unchanged;
  private int unreferenced;

  /**
   * @param stored transactions of which the batch has parts, as they are stored
   * @param purchases stored order lines whose goods the batch may return
   */
  IntakeBatch(
      Collection<IntakeHeader> stored, Collection<IntakeLine> purchases, Supplier<UUID> ids) {
    this.ids = ids;
    stored.forEach(header -> headers.put(header.reference(), header));
    purchases.forEach(
        line -> {
          storedPurchases.put(line, false);
          offer(line);
        });
  }

  /** Whose purchase of what. */
  record Bought(UUID customerId, UUID productId) {

    static @Nullable Bought of(@Nullable UUID customerId, UUID productId) {
      return customerId == null ? null : new Bought(customerId, productId);
    }
  }

  /** Decides the lines of one part. */
  void add(ImportedTransaction part) {
    IntakeHeader known = headers.get(part.reference());
    IntakeHeader header = known == null ? IntakeHeader.fresh(ids.get(), part) : known;
    if (known == null) {
      headers.put(part.reference(), header);
      newHeaders.add(header);
    }
    for (ImportedLine line : part.lines()) {
      if (header.hasLine(line.lineNo())) {
        unchanged++;
      } else if (header.isContradictedBy(part)) {
        contradictions.add(
            new IntakeCount.Contradiction(part.source(), part.number(), line.lineNo()));
      } else {
        add(header, part, line);
      }
    }
  }

  private void add(IntakeHeader header, ImportedTransaction part, ImportedLine line) {
    header.add(line, part.occurredAt());
    if (!newHeaders.contains(header)) {
      changedHeaders.add(header);
    }
    IntakeLine added = new IntakeLine(header, line);
    newLines.add(added);
    if (header.kind() == Kind.ORDER) {
      offer(added);
      return;
    }
    Optional<IntakeLine> original = originalOf(added, part.occurredAt());
    original.ifPresentOrElse(order -> reserve(added, order), () -> unreferenced++);
  }

  private void offer(IntakeLine order) {
    Bought bought = Bought.of(order.header().customerId(), order.productId());
    if (bought != null) {
      purchases.computeIfAbsent(bought, it -> new ArrayList<>()).add(order);
    }
  }

  private Optional<IntakeLine> originalOf(IntakeLine returned, java.time.Instant at) {
    Bought bought = Bought.of(returned.header().customerId(), returned.productId());
    if (bought == null) {
      return Optional.empty();
    }
    return purchases.getOrDefault(bought, List.of()).stream()
        .filter(order -> order.remaining() >= returned.quantity())
        .filter(order -> order.header().currency().equals(returned.header().currency()))
        .filter(order -> !order.header().occurredAt().isAfter(at))
        .max(
            Comparator.<IntakeLine, Boolean>comparing(
                    order -> order.unitPrice().compareTo(returned.unitPrice()) == 0)
                .thenComparing(LIKELIER));
  }

  private void reserve(IntakeLine returned, IntakeLine order) {
    returned.returns(order);
    if (storedPurchases.replace(order, true) != null) {
      // Its line is part of what a reader of the order saw: the version must tell.
      changedHeaders.add(order.header());
    }
  }

  Set<IntakeHeader> newHeaders() {
    return newHeaders;
  }

  Set<IntakeHeader> changedHeaders() {
    return changedHeaders;
  }

  List<IntakeLine> newLines() {
    return newLines;
  }

  /** Stored order lines of which more is returned now. */
  List<IntakeLine> changedPurchases() {
    return storedPurchases.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The new lines by their transactions, as others are told of them. */
  SalesRecorded recorded() {
    Map<IntakeHeader, List<SalesRecorded.Line>> lines = new LinkedHashMap<>();
    for (IntakeLine line : newLines) {
      lines.computeIfAbsent(line.header(), it -> new ArrayList<>()).add(line.recorded());
    }
    List<SalesRecorded.Sale> sales = new ArrayList<>();
    lines.forEach((header, added) -> sales.add(header.recorded(added)));
    return new SalesRecorded(sales);
  }

  IntakeCount count() {
    return new IntakeCount(
        newHeaders.size(), newLines.size(), unchanged, unreferenced, contradictions);
  }
}
