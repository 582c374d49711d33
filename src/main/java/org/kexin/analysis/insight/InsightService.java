package org.kexin.analysis.insight;

import static org.kexin.access.AttributeClass.BEHAVIOUR;
import static org.kexin.access.AttributeClass.FINANCIAL;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.access.AttributeClass;
import org.kexin.access.Look;
import org.kexin.access.Viewing;
import org.kexin.analysis.NameableCustomers;
import org.kexin.customer.CustomerDirectory;
import org.kexin.customer.UnmaskingReason;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Violations;

/** Asks every analysis what it has to say of one customer. */
@ApplicationScoped
public class InsightService {

  private static final String NO_PROFILING = "NO_PROFILING";

  private final List<InsightSource> sources;
  private final NameableCustomers nameable;
  private final CustomerDirectory customers;
  private final Viewing viewing;
  private final Violations violations;

  InsightService(
      @All List<InsightSource> sources,
      NameableCustomers nameable,
      CustomerDirectory customers,
      Viewing viewing,
      Violations violations) {
    this.sources = sources;
    this.nameable = nameable;
    this.customers = customers;
    this.viewing = viewing;
    this.violations = violations;
  }

  /**
   * All insights of a customer, as the caller may see them, ordered by their codes. Those that
   * derive from more than behaviour are masked where such facts are.
   *
   * @throws ProblemException {@code not-found} if there is no such customer
   */
  @Transactional
  public InsightsView of(UUID customer) {
    demand(customer);
    return through(viewing.at(customer, Set.of()), customer);
  }

  /**
   * All insights of a customer, those that derive from financial facts too.
   *
   * @throws ProblemException {@code validation-failed} if the reason is none; {@code forbidden} if
   *     the policy keeps financial facts of this customer masked whatever the reason; {@code
   *     not-found} if there is no such customer
   */
  @Transactional
  InsightsView unmask(UUID customer, UnmaskingReason why) {
    ProblemException.demandNone(violations.of(why));
    demand(customer);
    return through(viewing.unmask(customer, Set.of(), Set.of(FINANCIAL), why.reason()), customer);
  }

  private InsightsView through(Look look, UUID customer) {
    if (!viewing.sees(BEHAVIOUR, customer)) {
      look.showOrHide("insights", BEHAVIOUR, customer);
      return new InsightsView(customer, null, null, look.masked());
    }
    if (!mayBeJudged(customer)) {
      return new InsightsView(customer, null, NO_PROFILING, look.masked());
    }
    List<Insight> found = new ArrayList<>();
    Look each = look.within("insights");
    for (InsightSource source : sources) {
      AttributeClass from = source.derivesFrom();
      if (from == BEHAVIOUR) {
        found.addAll(source.about(customer));
      } else if (each.sees(from)) {
        source.about(customer).stream()
            .map(insight -> each.showOrHide(insight.code(), from, insight))
            .filter(Objects::nonNull)
            .forEach(found::add);
      } else {
        source.codesOf(customer).forEach(code -> each.showOrHide(code, from, code));
      }
    }
    found.sort(Comparator.comparing(Insight::code));
    List<Insight> shown = look.showOrHide("insights", BEHAVIOUR, found);
    return new InsightsView(customer, shown == null ? List.of() : shown, null, look.masked());
  }

  /**
   * Notes in the access record whom a request is about.
   *
   * @throws ProblemException {@code not-found} if there is no such customer, or none that the
   *     caller may know
   */
  public void demand(UUID customer) {
    viewing.concerns(customer);
    customers.demandReach(customer);
    if (!customers.exists(customer)) {
      throw ProblemException.notFound();
    }
  }

  /** Whether this customer may be judged by what they did, for the caller's purpose. */
  public boolean mayBeJudged(UUID customer) {
    return !nameable.pick(List.of(customer), 1, person -> person).rows().isEmpty();
  }

  /** What is withheld, and why; null where nothing is. */
  public @Nullable String withheld(UUID customer) {
    return mayBeJudged(customer) ? null : NO_PROFILING;
  }
}
