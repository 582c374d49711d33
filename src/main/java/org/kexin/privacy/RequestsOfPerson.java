package org.kexin.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kexin.shared.Clock;
import org.kexin.shared.person.FieldOutcome;
import org.kexin.shared.person.KeepingTerms;
import org.kexin.shared.person.PersonFile;
import org.kexin.shared.person.PersonalDataHolder;

/**
 * What a person asked for and what was held back, for the person; kept to show that it was done.
 */
@ApplicationScoped
class RequestsOfPerson implements PersonalDataHolder {

  private static final int AT_ONCE = 200;
  private static final String GROUND = "That rights were served must be shown afterwards.";

  private final PrivacyRequests requests;
  private final LegalHolds holds;
  private final Clock clock;

  RequestsOfPerson(PrivacyRequests requests, LegalHolds holds, Clock clock) {
    this.requests = requests;
    this.holds = holds;
    this.clock = clock;
  }

  @Override
  public Set<String> tables() {
    return Set.of("privacy_request", "erasure", "legal_hold");
  }

  @Override
  @Transactional
  public void export(UUID person, PersonFile file) {
    UUID before = null;
    List<PrivacyRequest> some;
    do {
      some = requests.of(person, before, AT_ONCE);
      for (PrivacyRequest request : some) {
        file.add("privacyRequests", request.view(clock.now()));
        before = request.id();
      }
    } while (some.size() == AT_ONCE);
    UUID beforeHold = null;
    List<LegalHold> held;
    do {
      held = holds.on(person, beforeHold, AT_ONCE);
      for (LegalHold hold : held) {
        file.add("legalHolds", hold.view());
        beforeHold = hold.id();
      }
    } while (held.size() == AT_ONCE);
  }

  @Override
  @Transactional
  public List<FieldOutcome> erase(UUID person, KeepingTerms terms) {
    var until = KeepingTerms.until(terms.at(), terms.evidence());
    List<FieldOutcome> outcomes = new ArrayList<>();
    outcomes.addAll(
        FieldOutcome.kept(
            "privacy_request",
            requests.count("personId", person),
            GROUND,
            until,
            "person_id",
            "kind",
            "state",
            "channel",
            "received_at",
            "identity_method",
            "identity_checked_at",
            "closed_at"));
    outcomes.addAll(
        FieldOutcome.kept(
            "erasure",
            0,
            "The receipt shows the erasure, and repeats it on a restored backup.",
            null,
            "person_id",
            "erased_at"));
    outcomes.addAll(
        FieldOutcome.kept(
            "legal_hold", holds.count("personId", person), GROUND, until, "person_id", "reason"));
    return outcomes;
  }
}
