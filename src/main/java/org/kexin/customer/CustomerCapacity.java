package org.kexin.customer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.consent.ConsentingPersons;
import org.kexin.shared.Clock;

/** Tells the consent feature which customers there are, and which of them are children. */
@ApplicationScoped
class CustomerCapacity implements ConsentingPersons {

  /** PIPL articles 28 and 31: below this age a guardian agrees. */
  static final int AGE_OF_OWN_CONSENT = 14;

  private final Customers customers;
  private final CustomerRoster roster;
  private final CustomerRestrictions restrictions;
  private final Clock clock;

  CustomerCapacity(
      Customers customers, CustomerRoster roster, CustomerRestrictions restrictions, Clock clock) {
    this.customers = customers;
    this.roster = roster;
    this.restrictions = restrictions;
    this.clock = clock;
  }

  @Override
  public Optional<ConsentingPerson> find(UUID person) {
    return customers
        .findLive(person)
        .filter(customer -> !customer.isRestricted() || restrictions.areOpenTo(person))
        .map(
            customer -> {
              Individual individual = customer.document().individual();
              return new ConsentingPerson(
                  capacity(
                      individual == null ? null : individual.birthDate(),
                      clock.today(ZoneOffset.UTC)),
                  customer.department());
            });
  }

  @Override
  public void lock(UUID person) {
    roster.lock(person);
  }

  /**
   * Whether somebody born then agrees alone. Somebody whose birth date is unknown does: most
   * customers did not state it, and an enterprise has none.
   */
  static Capacity capacity(@Nullable LocalDate birthDate, LocalDate today) {
    return birthDate != null && birthDate.plusYears(AGE_OF_OWN_CONSENT).isAfter(today)
        ? Capacity.NEEDS_GUARDIAN
        : Capacity.DECIDES_ALONE;
  }
}
