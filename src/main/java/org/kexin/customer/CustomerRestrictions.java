package org.kexin.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.kexin.access.AccessPolicy;
import org.kexin.access.Purpose;
import org.kexin.access.Viewing;
import org.kexin.consent.PermissionsChanged;
import org.kexin.shared.Clock;
import org.kexin.shared.ProblemException;

/**
 * Who may still work with a restricted customer (PIPL article 44, GDPR article 18): the person, and
 * for compliance those whose role serves that. For everybody else the customer is not there.
 */
@ApplicationScoped
public class CustomerRestrictions {

  private final Customers customers;
  private final Viewing viewing;
  private final Event<PermissionsChanged> permissionsChanged;
  private final Clock clock;

  CustomerRestrictions(
      Customers customers,
      Viewing viewing,
      Event<PermissionsChanged> permissionsChanged,
      Clock clock) {
    this.customers = customers;
    this.viewing = viewing;
    this.permissionsChanged = permissionsChanged;
    this.clock = clock;
  }

  /**
   * Restricts a customer.
   *
   * @throws ProblemException {@code not-found} if there is no live one
   */
  @Transactional
  public void restrict(UUID id) {
    customers.findLiveForUpdate(id).orElseThrow(ProblemException::notFound).restrict(clock.now());
    customers.flush();
    permissionsChanged.fire(new PermissionsChanged(id));
  }

  /**
   * Lifts the restriction.
   *
   * @throws ProblemException {@code not-found} if there is no live customer
   */
  @Transactional
  public void lift(UUID id) {
    customers.findLiveForUpdate(id).orElseThrow(ProblemException::notFound).liftRestriction();
    customers.flush();
  }

  /** Whether the caller may work with this customer although it is restricted. */
  boolean areOpenTo(UUID id) {
    return id.equals(viewing.caller().customerId()) || seesAll();
  }

  /**
   * Whether the caller sees restricted customers in lists and searches. The role is asked too:
   * where nothing is disclosed, such as in a change, nobody else checks that it serves the purpose
   * stated.
   */
  boolean seesAll() {
    return viewing.isFor(Purpose.COMPLIANCE)
        && AccessPolicy.serves(viewing.caller().roles(), Purpose.COMPLIANCE);
  }
}
