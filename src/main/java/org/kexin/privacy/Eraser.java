package org.kexin.privacy;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Changes;
import org.kexin.customer.CustomerRoster;
import org.kexin.shared.Clock;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.person.FieldOutcome;
import org.kexin.shared.person.KeepingTerms;
import org.kexin.shared.person.PersonalDataHolder;

/**
 * Erases a person from all features in one transaction, and shows beforehand what that would do: by
 * doing it and rolling it back, so that the two can never disagree.
 */
@ApplicationScoped
class Eraser {

  private final List<PersonalDataHolder> holders;
  private final CustomerRoster roster;
  private final Erasures erasures;
  private final LegalHolds holds;
  private final PrivacyConfig config;
  private final Changes changes;
  private final TransactionSynchronizationRegistry transaction;
  private final Clock clock;

  Eraser(
      @All List<PersonalDataHolder> holders,
      CustomerRoster roster,
      Erasures erasures,
      LegalHolds holds,
      PrivacyConfig config,
      Changes changes,
      TransactionSynchronizationRegistry transaction,
      Clock clock) {
    this.holders = List.copyOf(holders);
    this.roster = roster;
    this.erasures = erasures;
    this.holds = holds;
    this.config = config;
    this.changes = changes;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What erasing would do; it does nothing. */
  @Transactional(TxType.REQUIRES_NEW)
  List<FieldOutcome> tryOut(UUID person) {
    List<FieldOutcome> outcomes = everywhere(person, clock.now());
    transaction.setRollbackOnly();
    return outcomes;
  }

  /**
   * Erases a person, or gives the receipt if that was done before.
   *
   * @param request null where the time to keep is over and nobody asked
   * @throws ProblemException {@code legal-hold} if something says that it must be kept
   */
  @Transactional
  Erasure erase(UUID person, @Nullable UUID request) {
    return erasures
        .find(person)
        .orElseGet(
            () -> {
              if (holds.holds(person, clock.now())) {
                throw new ProblemException(
                    ProblemCode.LEGAL_HOLD, "Release the hold first; nothing was erased.");
              }
              Instant at = clock.now();
              changes.record(person, Set.of("erasure"));
              return erasures.add(person, request, at, everywhere(person, at));
            });
  }

  /** As {@link #erase}, in a transaction of its own: nobody asked, the time to keep is over. */
  @Transactional(TxType.REQUIRES_NEW)
  Erasure eraseAlone(UUID person) {
    return erase(person, null);
  }

  /**
   * Erases a person who was erased before a backup was restored that still held them. Holds do not
   * count: what is repeated was allowed when it was done.
   *
   * @return how many rows held something of the person
   */
  @Transactional(TxType.REQUIRES_NEW)
  long replay(UUID person, Instant erasedAt) {
    List<FieldOutcome> outcomes = everywhere(person, clock.now());
    if (erasures.find(person).isEmpty()) {
      erasures.add(person, null, erasedAt, outcomes);
    }
    return outcomes.stream()
        .filter(outcome -> outcome.outcome() != FieldOutcome.Outcome.KEPT)
        .mapToLong(FieldOutcome::rows)
        .max()
        .orElse(0);
  }

  private List<FieldOutcome> everywhere(UUID person, Instant at) {
    // Whoever writes about customers that it picked holds the row of each until it has written: so
    // it is either waited for, and what it wrote found below, or finds the customer gone.
    roster.lock(person);
    KeepingTerms terms =
        new KeepingTerms(at, config.bookkeeping(), config.evidence(), config.accessRecords());
    List<FieldOutcome> outcomes = new ArrayList<>();
    holders.forEach(holder -> outcomes.addAll(holder.erase(person, terms)));
    outcomes.sort(Comparator.comparing(FieldOutcome::table).thenComparing(FieldOutcome::field));
    return outcomes;
  }
}
