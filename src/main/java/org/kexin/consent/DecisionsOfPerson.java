package org.kexin.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kexin.shared.person.FieldOutcome;
import org.kexin.shared.person.KeepingTerms;
import org.kexin.shared.person.PersonFile;
import org.kexin.shared.person.PersonalDataHolder;

/**
 * What a person agreed to, for the person. Erasure leaves it: that there was a consent must be
 * shown afterwards (GDPR articles 7(1) and 17(3)(e)), and a row holds nothing that names anybody.
 */
@ApplicationScoped
class DecisionsOfPerson implements PersonalDataHolder {

  private static final String TABLE = "consent_decision";
  private static final int AT_ONCE = 200;

  private final ConsentDecisions decisions;

  DecisionsOfPerson(ConsentDecisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public Set<String> tables() {
    return Set.of(TABLE);
  }

  @Override
  public void export(UUID person, PersonFile file) {
    UUID before = null;
    List<RecordedDecision> some;
    do {
      some = decisions.history(person, before, AT_ONCE);
      for (RecordedDecision decision : some) {
        file.add("consents", DecisionView.withoutStaff(decision));
        before = decision.choice().id();
      }
    } while (some.size() == AT_ONCE);
  }

  @Override
  public List<FieldOutcome> erase(UUID person, KeepingTerms terms) {
    ConsentDecisions.Extent held = decisions.extent(person);
    Instant last = held.last();
    return new ArrayList<>(
        FieldOutcome.kept(
            TABLE,
            held.rows(),
            "That there was a consent must be shown afterwards.",
            last == null ? null : KeepingTerms.until(last, terms.evidence()),
            "person_id",
            "consented_use",
            "channel",
            "decided_at",
            "decision",
            "valid_until",
            "given_by",
            "notice_id",
            "evidence_kind",
            "evidence_reference",
            "collected_through",
            "recorded_at"));
  }
}
