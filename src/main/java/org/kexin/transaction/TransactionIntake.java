package org.kexin.transaction;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransientException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Changes;
import org.kexin.shared.Clock;
import org.kexin.shared.Ids;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * The way in for transactions of other systems, many at a time.
 *
 * <p>Everything happens in the caller's transaction, in about ten statements per call whatever its
 * size; a thousand lines per call is a good size. Thread-safe. Calls that touch the same
 * transactions, or returns of the same orders, wait for each other's commit.
 */
@ApplicationScoped
public class TransactionIntake {

  /** What recording a transaction changes of its customer. */
  static final Set<String> CHANGED = Set.of("transactions");

  private final AgroalDataSource source;
  private final Changes changes;
  private final Event<SalesRecorded> recorded;
  private final Ids ids;
  private final Clock clock;

  TransactionIntake(
      AgroalDataSource source,
      Changes changes,
      Event<SalesRecorded> recorded,
      Ids ids,
      Clock clock) {
    this.source = source;
    this.changes = changes;
    this.recorded = recorded;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Finds products by code and makes those that do not exist. A name is kept unless it is blank:
   * the first name that a product gets stays.
   *
   * @param nameByCode codes of 1 to 64 characters, compared exactly (letter case counts), with
   *     names of at most 200 characters, blank where unknown
   * @return the id of each code's product
   * @throws IllegalArgumentException if a code or name is too long, or a code is blank
   * @throws ProblemException {@code unavailable} if the call lost against another one at the same
   *     moment and can be repeated in a new transaction
   */
  @Transactional
  public Map<String, UUID> ensureProducts(Map<String, String> nameByCode) {
    nameByCode.forEach(Product::demandPossible);
    try (Connection connection = source.getConnection()) {
      ProductRows rows = new ProductRows(connection);
      Map<String, ProductRows.Row> known = rows.byCode(nameByCode.keySet());
      SortedMap<String, @Nullable String> unknown = new TreeMap<>();
      Map<UUID, String> names = new HashMap<>();
      nameByCode.forEach(
          (code, name) -> {
            ProductRows.Row row = known.get(code);
            if (row == null) {
              unknown.put(code, name.isBlank() ? null : name);
            } else if (row.name() == null && !name.isBlank()) {
              names.put(row.id(), name);
            }
          });
      if (!names.isEmpty()) {
        rows.name(names);
      }
      if (!unknown.isEmpty()) {
        rows.insert(unknown, ids, clock);
        known.putAll(rows.byCode(unknown.keySet()));
      }
      return known.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, product -> product.getValue().id()));
    } catch (SQLException failure) {
      throw unchecked(failure);
    }
  }

  /**
   * Adds transactions, or to known ones the lines they do not have yet. A transaction's moment is
   * the earliest of its parts.
   *
   * <p>A line of a return is taken for goods of an order line of the same customer, product and
   * currency, bought not later, of which at least as many have not come back: first of those with
   * the same unit price the one bought last, then of the others the one bought last. Where there is
   * none, it stays without a reference. Anonymous returns have none.
   *
   * <p>Parts take effect one after the other in the order given, as if each line came in a call of
   * its own: how lines are spread over calls makes no difference. Adding the same lines again
   * changes nothing.
   *
   * @param parts in the order of their source; a transaction may have several parts
   * @throws ProblemException {@code unavailable} if the call lost against another one at the same
   *     moment and can be repeated in a new transaction
   */
  @Transactional
  public IntakeCount append(List<ImportedTransaction> parts) {
    if (parts.isEmpty()) {
      return new IntakeCount(0, 0, 0, 0, List.of());
    }
    try (Connection connection = source.getConnection()) {
      IntakeRows rows = new IntakeRows(connection, clock);
      IntakeBatch batch = prepare(rows, parts);
      parts.forEach(batch::add);
      rows.write(batch);
      changes.record(customersOf(batch));
      recorded.fire(batch.recorded());
      return batch.count();
    } catch (SQLException failure) {
      throw unchecked(failure);
    }
  }

  /** Locks and reads what the decisions need. */
  private IntakeBatch prepare(IntakeRows rows, List<ImportedTransaction> parts)
      throws SQLException {
    Set<UUID> stored =
        rows.idsOf(parts.stream().map(ImportedTransaction::reference).collect(Collectors.toSet()));
    List<ImportedTransaction> returns =
        parts.stream()
            .filter(part -> part.kind() == Kind.RETURN && part.customerId() != null)
            .toList();
    if (returns.isEmpty()) {
      Map<UUID, IntakeHeader> locked = rows.lock(stored);
      rows.readLineNumbers(locked, stored);
      return new IntakeBatch(locked.values(), List.of(), ids::next);
    }
    Set<UUID> customers = new HashSet<>();
    Set<UUID> products = new HashSet<>();
    for (ImportedTransaction part : returns) {
      customers.add(java.util.Objects.requireNonNull(part.customerId()));
      part.lines().forEach(line -> products.add(line.productId()));
    }
    Set<UUID> toLock = new HashSet<>(rows.idsOfPurchases(customers, products));
    toLock.addAll(stored);
    Map<UUID, IntakeHeader> locked = rows.lock(toLock);
    // Parts of this batch may add lines to any of them, also to one that is only bought from.
    rows.readLineNumbers(locked, stored);
    List<IntakeLine> purchases =
        locked.isEmpty() ? List.of() : rows.purchases(locked, customers, products);
    return new IntakeBatch(locked.values(), purchases, ids::next);
  }

  private static Map<UUID, Set<String>> customersOf(IntakeBatch batch) {
    Map<UUID, Set<String>> customers = new LinkedHashMap<>();
    for (IntakeLine line : batch.newLines()) {
      UUID customer = line.header().customerId();
      if (customer != null) {
        customers.put(customer, CHANGED);
      }
    }
    return customers;
  }

  private static RuntimeException unchecked(SQLException failure) {
    // A deadlock, a lock wait that took too long, or a number that somebody else inserted first.
    if (failure instanceof SQLTransientException
        || failure instanceof SQLIntegrityConstraintViolationException
        || failure.getCause() instanceof SQLIntegrityConstraintViolationException) {
      return new ProblemException(
          ProblemCode.UNAVAILABLE,
          "Somebody else wrote the same transactions at the same moment; send it again.");
    }
    return new IllegalStateException("Transactions cannot be taken in.", failure);
  }
}
