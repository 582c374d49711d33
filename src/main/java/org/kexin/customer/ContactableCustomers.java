package org.kexin.customer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.kexin.access.ConsentedUse;
import org.kexin.consent.ConsentChannel;
import org.kexin.consent.ContactPermissions;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * The one gate to every approach: who may be contacted at this moment. Whoever creates a contact, a
 * care task or an invitation asks here, in the transaction that creates it.
 *
 * <p>Who may be is held until that transaction ends, so that a consent is taken back either before,
 * and counts, or after, and finds what rests on it. Who locks rows of a customer asks here first: a
 * withdrawal locks the customer and then those rows.
 */
@ApplicationScoped
public class ContactableCustomers {

  private final CustomerRoster roster;
  private final ContactPermissions permissions;

  ContactableCustomers(CustomerRoster roster, ContactPermissions permissions) {
    this.roster = roster;
    this.permissions = permissions;
  }

  /**
   * Those of these customers who are live, not restricted, and agree to be approached through the
   * channel and to the further uses; in at most three round trips.
   *
   * @param all at most 1,000
   * @param further as {@link ContactPermissions#agreeing} says
   * @throws IllegalArgumentException if there are more
   */
  public Set<UUID> among(Collection<UUID> all, ConsentChannel channel, Set<ConsentedUse> further) {
    return permissions.agreeing(roster.holdOpen(all), channel, further);
  }

  /**
   * Lets the caller go on to approach one customer.
   *
   * @throws ProblemException {@code consent-missing} if the customer is not among them
   */
  public void demand(UUID customer, ConsentChannel channel, Set<ConsentedUse> further) {
    if (!among(Set.of(customer), channel, further).contains(customer)) {
      throw new ProblemException(
          ProblemCode.CONSENT_MISSING,
          "The customer does not agree to be approached through this channel; read their consents"
              + " and ask first.");
    }
  }
}
