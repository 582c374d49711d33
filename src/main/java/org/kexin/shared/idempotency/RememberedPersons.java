package org.kexin.shared.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kexin.shared.person.FieldOutcome;
import org.kexin.shared.person.KeepingTerms;
import org.kexin.shared.person.PersonFile;
import org.kexin.shared.person.PersonalDataHolder;

/**
 * Remembered answers: receipts with the id and the code of a customer, found by no person and
 * forgotten after two days by themselves.
 */
@ApplicationScoped
class RememberedPersons implements PersonalDataHolder {

  @Override
  public Set<String> tables() {
    return Set.of("idempotency_key");
  }

  /** Adds nothing: what a receipt says stands in what it is a receipt of. */
  @Override
  public void export(UUID person, PersonFile file) {}

  @Override
  public List<FieldOutcome> erase(UUID person, KeepingTerms terms) {
    return FieldOutcome.kept(
        "idempotency_key",
        0,
        "A repeated request gets the same receipt; it is forgotten by itself.",
        terms.at().plus(Idempotency.REMEMBERED),
        "answer");
  }
}
