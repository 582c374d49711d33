package org.kexin.customer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.kexin.encryption.BlindIndex;

/**
 * Makes fingerprints under the present look-up key while the service runs, from the facts that they
 * stand for. A search asks under all keys, so a customer is found before, meanwhile and after.
 *
 * <p>Any number of pods at once: they lock the customers in the same order, and who comes second
 * finds nothing to change.
 */
@ApplicationScoped
class LookupRotation {

  private static final int AT_ONCE = 100;
  private static final Logger LOG = Logger.getLogger(LookupRotation.class);

  private final Customers customers;
  private final BlindIndex index;

  LookupRotation(Customers customers, BlindIndex index) {
    this.customers = customers;
    this.index = index;
  }

  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void rotate() {
    long renewed = 0;
    int some;
    while ((some = QuarkusTransaction.requiringNew().call(this::renewSome)) > 0) {
      renewed += some;
    }
    if (renewed > 0) {
      LOG.infof(
          "Fingerprints of %d customers were brought under the key %s; none is left under %s.",
          renewed, index.current(), index.former());
    }
  }

  private int renewSome() {
    Set<String> former = index.former();
    List<UUID> ids = former.isEmpty() ? List.of() : customers.idsIndexedUnder(former, AT_ONCE);
    List<Customer> found = customers.findForUpdate(ids);
    found.forEach(customers::reindex);
    return found.size();
  }
}
