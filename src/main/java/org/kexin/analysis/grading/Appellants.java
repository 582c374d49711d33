package org.kexin.analysis.grading;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.kexin.access.Viewing;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.ProblemException;

/** The customers whose grades may be contested by the caller. */
@ApplicationScoped
class Appellants {

  private final CustomerDirectory customers;
  private final Viewing viewing;

  Appellants(CustomerDirectory customers, Viewing viewing) {
    this.customers = customers;
    this.viewing = viewing;
  }

  /**
   * Lets the caller go on to a live customer, and notes whom the request is about.
   *
   * @throws ProblemException {@code not-found} if there is no such customer; {@code
   *     not-your-customer} as {@link CustomerDirectory#demandReach} says
   */
  void demandReach(UUID customer) {
    viewing.concerns(customer);
    customers.demandReach(customer);
    if (!customers.exists(customer)) {
      throw ProblemException.notFound();
    }
  }

  /**
   * The customer that the caller is.
   *
   * @throws ProblemException {@code not-found} if the caller is none
   */
  UUID own() {
    UUID own = viewing.caller().customerId();
    if (own == null || !customers.exists(own)) {
      throw ProblemException.notFound();
    }
    return own;
  }
}
