package org.kexin.privacy;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Actor;
import org.kexin.access.Changes;
import org.kexin.access.Viewing;
import org.kexin.customer.CustomerAges;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;
import org.kexin.shared.person.KeepingTerms;
import org.kexin.transaction.LastPurchases;

/**
 * Erases persons whose time is over: each in a transaction of its own, so that a run can end at any
 * moment, and a bounded number in a run. A rule works only while it is confirmed with the days that
 * it has; another number of days must be confirmed again.
 */
@ApplicationScoped
class RetentionService {

  private static final Logger LOG = Logger.getLogger(RetentionService.class);
  private static final int AT_ONCE = 500;
  private static final int COUNTED = 10_000;
  private static final int ERASED_IN_A_RUN = 1_000;

  /** Longer than a run takes; a pod that dies keeps the others away for as long. */
  private static final Duration LEASE = Duration.ofMinutes(50);

  /** Nobody asked: the log names the service itself. */
  private static final Actor SERVICE =
      new Actor(
          "kexin",
          "kexin",
          null,
          Collections.emptySortedSet(),
          null,
          "retention",
          "retention",
          "localhost");

  private final CustomerAges customers;
  private final LastPurchases purchases;
  private final Eraser eraser;
  private final LegalHolds holds;
  private final RetentionRecords records;
  private final PrivacyConfig config;
  private final Changes changes;
  private final Viewing viewing;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  RetentionService(
      CustomerAges customers,
      LastPurchases purchases,
      Eraser eraser,
      LegalHolds holds,
      RetentionRecords records,
      PrivacyConfig config,
      Changes changes,
      Viewing viewing,
      Violations violations,
      Ids ids,
      Clock clock) {
    this.customers = customers;
    this.purchases = purchases;
    this.eraser = eraser;
    this.holds = holds;
    this.records = records;
    this.config = config;
    this.changes = changes;
    this.viewing = viewing;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  /** What each rule would do now. */
  @Transactional
  RetentionView present() {
    return new RetentionView(Arrays.stream(RetentionRule.values()).map(this::present).toList());
  }

  /**
   * Lets a rule erase from now on.
   *
   * @throws ProblemException {@code validation-failed} if the rule has other days
   */
  @Transactional
  Receipt confirm(RetentionConfirmation confirmation) {
    List<FieldProblem> problems = violations.of(confirmation);
    ProblemException.demandNone(problems);
    int days = days(confirmation.rule());
    if (confirmation.days() != days) {
      throw ProblemException.invalid(
          "/days", "other-days", "The rule has " + days + " days; look at it before confirming.");
    }
    records.confirm(confirmation.rule(), days, clock.now(), viewing.caller().userId());
    return new Receipt(ids.next(), confirmation.rule().name(), 0);
  }

  Page<RetentionRun> runs(PageRequest page) {
    return Page.of(records.runs(page), page, last -> last.id().toString());
  }

  @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    for (RetentionRule rule : RetentionRule.values()) {
      if (records.claim(rule, days(rule), LEASE)) {
        RetentionRun run = changes.onBehalfOf(SERVICE, () -> run(rule));
        if (run.erased() + run.held() > 0) {
          LOG.infof(
              "Retention rule %s: %d persons erased, %d held.", rule, run.erased(), run.held());
        }
      }
    }
  }

  /** Erases who is due, up to a number, and keeps what was done as evidence. */
  RetentionRun run(RetentionRule rule) {
    Instant started = clock.now();
    long erased = 0;
    long held = 0;
    UUID after = null;
    List<UUID> due;
    do {
      due = due(rule, after);
      for (UUID person : due) {
        try {
          eraser.eraseAlone(person);
          erased++;
        } catch (ProblemException refused) {
          if (refused.code() != ProblemCode.LEGAL_HOLD && refused.code() != ProblemCode.NOT_READY) {
            throw refused;
          }
          held++;
        }
        after = person;
      }
    } while (!due.isEmpty() && erased < ERASED_IN_A_RUN);
    RetentionRun run =
        new RetentionRun(ids.next(), rule, days(rule), started, clock.now(), erased, held);
    records.add(run);
    return run;
  }

  private RetentionRuleView present(RetentionRule rule) {
    long due = 0;
    long held = 0;
    UUID after = null;
    List<UUID> some;
    Instant now = clock.now();
    do {
      some = due(rule, after);
      due += some.size();
      for (UUID person : some) {
        held += holds.holds(person, now) ? 1 : 0;
        after = person;
      }
    } while (!some.isEmpty() && due < COUNTED);
    Instant confirmed = records.confirmedAt(rule, days(rule)).orElse(null);
    return new RetentionRuleView(rule, days(rule), confirmed != null, confirmed, due, held);
  }

  /** Persons whose time is over, by id from behind that one on; none at the end only. */
  private List<UUID> due(RetentionRule rule, @Nullable UUID after) {
    Instant cutoff = KeepingTerms.until(clock.now(), Period.ofDays(-days(rule)));
    return switch (rule) {
      case DELETED_CUSTOMERS -> customers.deletedBefore(cutoff, after, AT_ONCE);
      case IDLE_CUSTOMERS -> idle(cutoff, after);
    };
  }

  private List<UUID> idle(Instant cutoff, @Nullable UUID after) {
    UUID from = after;
    List<UUID> unchanged = customers.unchangedSince(cutoff, from, AT_ONCE);
    List<UUID> idle = withoutPurchase(unchanged, cutoff);
    while (idle.isEmpty() && unchanged.size() == AT_ONCE) {
      from = unchanged.getLast();
      unchanged = customers.unchangedSince(cutoff, from, AT_ONCE);
      idle = withoutPurchase(unchanged, cutoff);
    }
    return idle;
  }

  private List<UUID> withoutPurchase(List<UUID> unchanged, Instant cutoff) {
    Map<UUID, Instant> last = purchases.of(unchanged);
    return unchanged.stream()
        .filter(person -> last.getOrDefault(person, Instant.EPOCH).isBefore(cutoff))
        .toList();
  }

  private int days(RetentionRule rule) {
    return switch (rule) {
      case DELETED_CUSTOMERS -> config.deletedCustomersDays();
      case IDLE_CUSTOMERS -> config.idleCustomersDays();
    };
  }
}
