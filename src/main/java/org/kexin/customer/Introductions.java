package org.kexin.customer;

import static org.kexin.access.AttributeClass.CONTACT;
import static org.kexin.access.AttributeClass.IDENTITY;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.kexin.access.Look;
import org.kexin.shared.ProblemException;

/** Who customers are, for features that show one customer as a whole. */
@ApplicationScoped
public class Introductions {

  private final Customers customers;

  Introductions(Customers customers) {
    this.customers = customers;
  }

  /**
   * The customer as {@code look} shows them, with kind and day in clear, as in {@link
   * CustomerView}. Whether the caller may go on to them was asked before.
   *
   * @throws ProblemException {@code not-found} if there is no such customer
   */
  public Introduction of(UUID id, Look look) {
    Customer customer = customers.findLive(id).orElseThrow(ProblemException::notFound);
    NewCustomer facts = customer.document();
    String region =
        facts.addresses().stream()
            .map(ContactFacts.PostalAddress::region)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return new Introduction(
        facts.kind(),
        look.show("name", IDENTITY, facts.name(), Masks::name),
        LocalDate.ofInstant(customer.createdAt(), ZoneOffset.UTC),
        // As in a masked address: the region stays, and is named as masked.
        look.show("region", CONTACT, region, it -> it));
  }
}
