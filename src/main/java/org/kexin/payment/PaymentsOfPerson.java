package org.kexin.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Ids;
import org.kexin.shared.Money;
import org.kexin.shared.person.FieldOutcome;
import org.kexin.shared.person.KeepingTerms;
import org.kexin.shared.person.PersonFile;
import org.kexin.shared.person.PersonalDataHolder;

/** What a person paid: documents of payments are kept for the books without the person. */
@ApplicationScoped
class PaymentsOfPerson implements PersonalDataHolder {

  private static final String TABLE = "payment";
  private static final String GROUND = "Accounting law asks for the documents of payments.";
  private static final int AT_ONCE = 500;

  private final EntityManager entities;
  private final Ids ids;

  PaymentsOfPerson(EntityManager entities, Ids ids) {
    this.entities = entities;
    this.ids = ids;
  }

  /** A payment, in clear. */
  record Paid(
      UUID id,
      UUID transactionId,
      PaymentMethod method,
      Money amount,
      Instant paidAt,
      Instant recordedAt) {}

  @Override
  public Set<String> tables() {
    return Set.of(TABLE);
  }

  @Override
  public void export(UUID person, PersonFile file) {
    UUID last = new UUID(0, 0);
    List<Payment> some = after(person, last);
    while (!some.isEmpty()) {
      for (Payment payment : some) {
        file.add(
            "payments",
            new Paid(
                payment.id(),
                payment.transactionId(),
                payment.method(),
                payment.amount(),
                payment.paidAt(),
                payment.recordedAt()));
        last = payment.id();
      }
      // Otherwise the session would hold them all to its end.
      entities.clear();
      some = after(person, last);
    }
  }

  @Override
  public List<FieldOutcome> erase(UUID person, KeepingTerms terms) {
    Instant last =
        entities
            .createQuery(
                "select max(p.paidAt) from Payment p where p.customerId = :person", Instant.class)
            .setParameter("person", person)
            .getSingleResult();
    int rows =
        entities
            .createQuery("update Payment set customerId = :nobody where customerId = :person")
            .setParameter("nobody", ids.next())
            .setParameter("person", person)
            .executeUpdate();
    List<FieldOutcome> outcomes = new ArrayList<>();
    outcomes.add(FieldOutcome.pseudonymised(TABLE, rows, "customer_id"));
    outcomes.addAll(
        FieldOutcome.kept(
            TABLE,
            rows,
            GROUND,
            until(last, terms),
            "transaction_id",
            "method",
            "amount",
            "currency",
            "paid_at",
            "recorded_at"));
    return outcomes;
  }

  private static @Nullable Instant until(@Nullable Instant last, KeepingTerms terms) {
    return last == null ? null : KeepingTerms.until(last, terms.bookkeeping());
  }

  private List<Payment> after(UUID person, UUID last) {
    return entities
        .createQuery(
            "from Payment p where p.customerId = :person and p.id > :last order by p.id",
            Payment.class)
        .setParameter("person", person)
        .setParameter("last", last)
        .setMaxResults(AT_ONCE)
        .getResultList();
  }
}
