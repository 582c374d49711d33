package org.kexin.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.PageRequest;
import org.kexin.shared.person.FieldOutcome;
import org.kexin.shared.person.KeepingTerms;
import org.kexin.shared.person.PersonFile;
import org.kexin.shared.person.PersonalDataHolder;

/**
 * Who looked at a person, for the person: by role and department, not by name, because members of
 * staff are persons too. Erasure leaves the log, which nobody can change; it names the person by id
 * only.
 */
@ApplicationScoped
class AccessesOfPerson implements PersonalDataHolder {

  private static final String GROUND =
      "Who looked must be shown afterwards; the log is sealed against every change.";

  private final AccessHistory history;

  AccessesOfPerson(AccessHistory history) {
    this.history = history;
  }

  /** One access, as the person is told. */
  record Look(
      Instant at,
      SortedSet<String> roles,
      @Nullable String department,
      @Nullable String purpose,
      String operation,
      Outcome outcome,
      SortedSet<String> disclosed,
      SortedSet<String> masked,
      SortedSet<String> changed) {

    static Look of(AccessView access) {
      return new Look(
          access.at(),
          access.roles(),
          access.department(),
          access.purpose(),
          access.operation(),
          access.outcome(),
          access.disclosed(),
          access.masked(),
          access.changed());
    }
  }

  @Override
  public Set<String> tables() {
    return Set.of("access_person", "access_batch", "change_outbox");
  }

  @Override
  public void export(UUID person, PersonFile file) {
    String token = null;
    do {
      AccessPage page =
          history.of(person, PageRequest.of(PageRequest.MAX_SIZE, token, "export", person));
      page.items().forEach(access -> file.add("accesses", Look.of(access)));
      token = page.nextPageToken();
    } while (token != null);
  }

  @Override
  public List<FieldOutcome> erase(UUID person, KeepingTerms terms) {
    Instant until = KeepingTerms.until(terms.at(), terms.accessRecords());
    long rows = history.count(person);
    List<FieldOutcome> outcomes = new ArrayList<>();
    outcomes.addAll(FieldOutcome.kept("access_person", rows, GROUND, until, "customer_id"));
    outcomes.addAll(FieldOutcome.kept("access_batch", rows, GROUND, until, "records"));
    // Those on their way into the log, a moment after the change.
    outcomes.addAll(FieldOutcome.kept("change_outbox", 0, GROUND, until, "line"));
    return outcomes;
  }
}
