package org.kexin.analysis;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Viewing;
import org.kexin.analysis.algorithm.DayBlocks;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.Clock;
import org.kexin.shared.ProblemException;

/**
 * What every analysis needs to answer: which facts count for this caller, threads to compute on,
 * whom it may name, and how to say how the answer came about.
 */
@ApplicationScoped
public class Answering {

  private final PresentCut cut;
  private final AnalysisPool pool;
  private final AnalysisConfig config;
  private final CustomerDirectory customers;
  private final NameableCustomers nameable;
  private final Viewing viewing;
  private final Clock clock;

  Answering(
      PresentCut cut,
      AnalysisPool pool,
      AnalysisConfig config,
      CustomerDirectory customers,
      NameableCustomers nameable,
      Viewing viewing,
      Clock clock) {
    this.cut = cut;
    this.pool = pool;
    this.config = config;
    this.customers = customers;
    this.nameable = nameable;
    this.viewing = viewing;
    this.clock = clock;
  }

  /**
   * An analysis as it is described in its answers.
   *
   * @param name the method with its source
   * @param version of the method here
   */
  public record Method(String name, String version) {}

  /**
   * A query over what counts for a caller.
   *
   * @param blocks days whose figures may be told only together; none for who sees individuals
   */
  public record Fitted(SalesQuery query, DayBlocks blocks) {}

  /** Which groups the caller may see. */
  public SmallGroups groups() {
    return groups(viewing.sees(BEHAVIOUR));
  }

  /** Whether the caller may know single customers, at least those who agreed to every use. */
  public boolean mayName() {
    return viewing.maySee(BEHAVIOUR);
  }

  /** Which groups somebody may see who sees individuals, or does not. */
  public SmallGroups groups(boolean individuals) {
    return new SmallGroups(individuals, config.smallestGroup());
  }

  /** The moment of the facts that count at present for those who see these groups only. */
  public Instant present(SmallGroups groups) {
    return groups.individualsAllowed() ? clock.now() : cut.moment();
  }

  /** What a request puts into its answer. */
  public Effort effort() {
    return new Effort(config.patience(), share -> {});
  }

  /** The zone in which an instant becomes a calendar day. */
  public ZoneId zone() {
    return config.zone();
  }

  /** The present day of the business. */
  public LocalDate today() {
    return clock.today(config.zone());
  }

  /**
   * The day of the facts that count, so that a question has its answer on any later day, too.
   *
   * @param knownAt null for the present ones
   */
  public LocalDate day(@Nullable Instant knownAt) {
    return knownAt == null ? today() : LocalDate.ofInstant(knownAt, config.zone());
  }

  /**
   * The query over what counts for those who see these groups only. Not to be called while
   * computing: it may compute itself.
   *
   * @throws ProblemException {@code parameter-invalid} where the period, the moment or the part of
   *     the sales asked for would tell of fewer than k customers
   */
  public SalesQuery fit(SalesQuery query, SmallGroups groups) {
    return fitted(query, groups).query();
  }

  /** As {@link #fit}, with the days that are only counted together. */
  public Fitted fitted(SalesQuery query, SmallGroups groups) {
    if (groups.individualsAllowed()) {
      return new Fitted(query, DayBlocks.NONE);
    }
    query.filters().demandNone(groups.smallestGroup());
    return cut.fit(query);
  }

  /**
   * The result of {@code analysis}, computed on the threads for that.
   *
   * @throws ProblemException {@code unavailable} if too many analyses wait already, or this one
   *     took longer than the effort allows
   */
  public <T> T compute(Effort effort, Callable<T> analysis) {
    return pool.run(effort.patience(), analysis);
  }

  /**
   * How an answer about sales came about.
   *
   * @param stated parameters of the method, beside those of the query
   * @param customers whose sales were used
   */
  public About about(
      Method method,
      SalesQuery query,
      Map<String, String> stated,
      SalesPass.Tally tally,
      long customers,
      SmallGroups groups) {
    SortedMap<String, String> parameters = query.parameters();
    parameters.putAll(stated);
    return new About(
        method.name(),
        method.version(),
        common(parameters, groups),
        new About.Window(query.from(), query.to()),
        query.knownAt() == null ? tally.knownAt() : query.knownAt(),
        tally.currency(),
        groups.show(customers, tally.used()),
        tally.omitted().stream().map(it -> About.Omission.of(it, groups)).toList());
  }

  /**
   * How an answer about other facts came about.
   *
   * @param stated every parameter in force
   * @param asOf when the newest fact that counts came to be known; null where there is none
   * @param n facts used; null where they are of too few people to show
   */
  public About about(
      Method method,
      About.Window window,
      Map<String, String> stated,
      @Nullable Instant asOf,
      @Nullable Long n,
      SmallGroups groups) {
    return new About(
        method.name(), method.version(), common(stated, groups), window, asOf, null, n, List.of());
  }

  /** With the parameters of every analysis. */
  private SortedMap<String, String> common(Map<String, String> stated, SmallGroups groups) {
    SortedMap<String, String> parameters = new TreeMap<>(stated);
    parameters.put("zone", config.zone().getId());
    if (!groups.individualsAllowed()) {
      parameters.put("smallestGroup", String.valueOf(groups.smallestGroup()));
    }
    return parameters;
  }

  /**
   * Rows of customers whom the caller may know, see the behaviour of and name; the access record
   * says so.
   *
   * @param attribute what the rows tell of a customer, for the access record
   * @param size rows at most
   */
  public <T> NameableCustomers.Picked<T> named(
      List<T> rows, int size, Function<T, UUID> customer, String attribute) {
    NameableCustomers.Picked<T> picked = nameable.pick(rows, size, customer);
    return new NameableCustomers.Picked<>(
        shown(picked.rows(), customer, attribute), picked.looked(), picked.unnamed());
  }

  /** How many rows to read, so that {@link #named} can fill a page of this size. */
  public int rowsToRead(int size) {
    return nameable.rowsToRead(size);
  }

  private <T> List<T> shown(List<T> rows, Function<T, UUID> customer, String attribute) {
    Set<UUID> reached = customers.withinReach(rows.stream().map(customer).toList());
    viewing.expect(reached);
    return rows.stream()
        .filter(row -> reached.contains(customer.apply(row)))
        .filter(row -> sees(customer.apply(row), attribute))
        .toList();
  }

  private boolean sees(UUID customer, String attribute) {
    return viewing.at(customer, Set.of()).showOrHide(attribute, BEHAVIOUR, customer) != null;
  }
}
