package org.kexin.analysis.insight;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Look;
import org.kexin.access.Viewing;
import org.kexin.analysis.NameableCustomers;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.ProblemException;

/** Asks every analysis what it has to say of one customer. */
@ApplicationScoped
public class InsightService {

  private static final String NO_PROFILING = "NO_PROFILING";

  private final List<InsightSource> sources;
  private final NameableCustomers nameable;
  private final CustomerDirectory customers;
  private final Viewing viewing;

  InsightService(
      @All List<InsightSource> sources,
      NameableCustomers nameable,
      CustomerDirectory customers,
      Viewing viewing) {
    this.sources = sources;
    this.nameable = nameable;
    this.customers = customers;
    this.viewing = viewing;
  }

  /**
   * All insights of a customer, as the caller may see them, ordered by their codes.
   *
   * @throws ProblemException {@code not-found} if there is no such customer
   */
  @Transactional
  public InsightsView of(UUID customer) {
    demand(customer);
    Look look = viewing.at(customer, Set.of());
    if (!viewing.sees(BEHAVIOUR, customer)) {
      look.showOrHide("insights", BEHAVIOUR, customer);
      return new InsightsView(customer, null, null, look.masked());
    }
    if (!mayBeJudged(customer)) {
      return new InsightsView(customer, null, NO_PROFILING, look.masked());
    }
    List<Insight> found = new ArrayList<>();
    for (InsightSource source : sources) {
      found.addAll(source.about(customer));
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
