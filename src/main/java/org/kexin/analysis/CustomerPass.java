package org.kexin.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.CustomerOrder;
import org.kexin.analysis.algorithm.Sale;
import org.kexin.customer.CustomerFact;
import org.kexin.customer.CustomerFacts;

/**
 * One pass over the customers and their sales side by side: both come in the order of the
 * customers' ids, so they are merged as they come, and memory stays flat.
 */
@ApplicationScoped
public class CustomerPass {

  private final CustomerFacts facts;
  private final SalesPass sales;

  CustomerPass(CustomerFacts facts, SalesPass sales) {
    this.facts = facts;
    this.sales = sales;
  }

  /** What sees every customer once, and every sale of them before. */
  public interface Visitor {

    /** A sale that is used, of a live customer. */
    default void sale(CustomerFact customer, Sale<UUID> sale) {}

    /** A customer with all that they bought. */
    void customer(CustomerFact customer, Bought bought);
  }

  /**
   * Shows every customer that counts to {@code visitor}, by id, those without sales too.
   *
   * @return what was seen; its moment is also that of the newest customer
   * @throws CancellationException if the thread is interrupted meanwhile
   */
  public SalesPass.Tally read(SalesQuery query, Visitor visitor) {
    try (CustomerFacts.Cursor cursor = facts.open(query.knownAt())) {
      Merge merge = new Merge(cursor, visitor);
      SalesPass.Tally tally = sales.read(query, merge::sale);
      merge.finish();
      return merge.tally(tally);
    }
  }

  /** As the other, without their sales. */
  public SalesPass.Tally readFacts(SalesQuery query, Consumer<CustomerFact> sink) {
    try (CustomerFacts.Cursor cursor = facts.open(query.knownAt())) {
      Instant newest = null;
      long read = 0;
      for (CustomerFact fact = cursor.next(); fact != null; fact = cursor.next()) {
        demandNotInterrupted();
        newest = later(newest, fact.createdAt());
        read++;
        sink.accept(fact);
      }
      newest = later(cursor.changed(), newest);
      return new SalesPass.Tally(null, read, newest, List.of());
    }
  }

  private static void demandNotInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("given up");
    }
  }

  private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }

  /** Both streams, of which the sales push and the customers are pulled. */
  private static final class Merge {
    private static final Comparator<UUID> BY_ID = CustomerOrder.ofUuids();

    private final CustomerFacts.Cursor cursor;
    private final Visitor visitor;
    private @Nullable CustomerFact present;
    private Bought.Sum sum = new Bought.Sum();
    private @Nullable Instant newest;
    private @Nullable UUID hidden;
    private long hiddenSales;
    private long hiddenCustomers;

    Merge(CustomerFacts.Cursor cursor, Visitor visitor) {
      this.cursor = cursor;
      this.visitor = visitor;
      this.present = next();
    }

    void sale(Sale<UUID> sale) {
      UUID buyer = sale.customer();
      if (buyer == null) {
        return;
      }
      CustomerFact customer = upTo(buyer);
      if (customer == null || !customer.id().equals(buyer)) {
        hiddenSales++;
        hiddenCustomers += buyer.equals(hidden) ? 0 : 1;
        hidden = buyer;
      } else {
        sum.add(sale);
        visitor.sale(customer, sale);
      }
    }

    void finish() {
      CustomerFact customer = present;
      while (customer != null) {
        customer = leave(customer);
      }
    }

    /** The first customer who does not come before this one. */
    private @Nullable CustomerFact upTo(UUID buyer) {
      CustomerFact customer = present;
      while (customer != null && BY_ID.compare(customer.id(), buyer) < 0) {
        customer = leave(customer);
      }
      return customer;
    }

    private @Nullable CustomerFact leave(CustomerFact customer) {
      visitor.customer(customer, sum.bought());
      sum = new Bought.Sum();
      present = next();
      return present;
    }

    private @Nullable CustomerFact next() {
      demandNotInterrupted();
      CustomerFact read = cursor.next();
      if (read != null) {
        newest = later(newest, read.createdAt());
      }
      return read;
    }

    SalesPass.Tally tally(SalesPass.Tally ofSales) {
      List<SalesPass.Omitted> omitted = new ArrayList<>(ofSales.omitted());
      if (hiddenSales > 0) {
        omitted.add(
            new SalesPass.Omitted(
                "HIDDEN_CUSTOMERS",
                "Transactions of customers who are deleted or restricted.",
                hiddenSales,
                hiddenCustomers));
      }
      return new SalesPass.Tally(
          ofSales.currency(),
          ofSales.used() - hiddenSales,
          later(later(ofSales.knownAt(), newest), cursor.changed()),
          omitted);
    }
  }
}
