package org.kexin.care;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kexin.care.Occasions.Occasion;
import org.kexin.customer.ContactableCustomers;
import org.kexin.shared.Clock;
import org.kexin.shared.Ids;

/**
 * Makes tasks out of rules, a stretch of a rule's day in each transaction, under the lock of the
 * rule: tasks and how far it came commit together. So a pod that dies leaves a stretch undone or
 * done, never half of it, and another goes on from there.
 */
@ApplicationScoped
class CareJob {

  private static final int RULES_AT_ONCE = 1_000;

  private final CareRules rules;
  private final CareTasks tasks;
  private final Occasions occasions;
  private final ContactableCustomers contactable;
  private final CareConfig config;
  private final Ids ids;
  private final Clock clock;

  CareJob(
      CareRules rules,
      CareTasks tasks,
      Occasions occasions,
      ContactableCustomers contactable,
      CareConfig config,
      Ids ids,
      Clock clock) {
    this.rules = rules;
    this.tasks = tasks;
    this.occasions = occasions;
    this.contactable = contactable;
    this.config = config;
    this.ids = ids;
    this.clock = clock;
  }

  /** Follows all rules up to the present day of each. */
  @Scheduled(
      every = "${kexin.care.look-every:1m}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    // The first place on earth where a day begins is fourteen hours ahead.
    LocalDate latest = clock.today(ZoneOffset.ofHours(14));
    List<UUID> due = QuarkusTransaction.requiringNew().call(() -> rules.due(latest, RULES_AT_ONCE));
    for (UUID rule : due) {
      while (QuarkusTransaction.requiringNew().call(() -> follow(rule))) {
        // The next stretch.
      }
    }
  }

  /** Whether there may be more to do for the rule. */
  private boolean follow(UUID id) {
    CareRule rule = rules.claim(id).orElse(null);
    LocalDate day = rule == null ? null : rule.dayToWorkOn(clock.now(), config.longestDelayDays());
    if (rule == null || day == null) {
      return false;
    }
    List<Occasion> stretch = occasions.next(rule, day, config.stretch());
    make(rule, stretch);
    if (stretch.size() < config.stretch()) {
      rule.endedDay();
    } else {
      rule.cameTo(stretch.getLast().cursor());
    }
    return true;
  }

  private void make(CareRule rule, List<Occasion> stretch) {
    Set<UUID> customers = new LinkedHashSet<>();
    stretch.forEach(occasion -> customers.add(occasion.customer()));
    Set<UUID> agreeing = contactable.among(customers, rule.channel(), rule.kind().furtherUses());
    for (Occasion occasion : stretch) {
      if (agreeing.contains(occasion.customer())) {
        tasks.persist(new CareTask(ids.next(), rule, occasion, clock.now()));
      }
    }
  }
}
