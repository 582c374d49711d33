package org.kexin.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.kexin.access.ConsentRegister;
import org.kexin.access.ConsentedUse;
import org.kexin.access.ObjectionRegister;
import org.kexin.access.Purpose;
import org.kexin.access.Viewing;

/**
 * Picks the customers whom an analysis may name. For marketing that takes their consent to
 * profiling (PIPL article 24), for every purpose that they do not object; sums count everybody.
 */
@ApplicationScoped
public class NameableCustomers {

  /** Customers that are looked at for one page at most: as many as one question may be about. */
  private static final int STRETCH = 1_000;

  private final ConsentRegister consents;
  private final ObjectionRegister objections;
  private final Viewing viewing;

  NameableCustomers(ConsentRegister consents, ObjectionRegister objections, Viewing viewing) {
    this.consents = consents;
    this.objections = objections;
    this.viewing = viewing;
  }

  /**
   * Rows that may be shown.
   *
   * @param looked how many rows were looked at, from the first on
   * @param unnamed how many of them are about somebody who must not be named
   */
  public record Picked<T>(List<T> rows, int looked, long unnamed) {}

  /**
   * How many rows to read, so that {@link #pick} can fill a page of this size and know whether more
   * follow.
   */
  int rowsToRead(int size) {
    return (needsConsent() ? STRETCH : size) + 1;
  }

  /**
   * The first rows of customers who may be named. Consent is asked for once, for a thousand rows at
   * most: where few agree, a page is short rather than dear, and the next one goes on behind it.
   *
   * @param size rows of the page at most
   */
  public <T> Picked<T> pick(List<T> rows, int size, Function<T, UUID> customer) {
    if (!needsConsent()) {
      List<T> looked = rows.subList(0, Math.min(size, rows.size()));
      Set<UUID> objecting = objections.objectingToProfiling(looked.stream().map(customer).toList());
      List<T> picked =
          looked.stream().filter(row -> !objecting.contains(customer.apply(row))).toList();
      return new Picked<>(picked, looked.size(), looked.size() - (long) picked.size());
    }
    return pick(rows, size, customer, consents);
  }

  /** As the other, where consent is needed. */
  static <T> Picked<T> pick(
      List<T> rows, int size, Function<T, UUID> customer, ConsentRegister consents) {
    List<T> stretch = rows.subList(0, Math.min(STRETCH, rows.size()));
    Map<UUID, Set<ConsentedUse>> given = consents.given(stretch.stream().map(customer).toList());
    List<T> picked = new ArrayList<>();
    int looked = 0;
    while (looked < stretch.size() && picked.size() < size) {
      T row = stretch.get(looked++);
      if (given.getOrDefault(customer.apply(row), Set.of()).contains(ConsentedUse.PROFILING)) {
        picked.add(row);
      }
    }
    return new Picked<>(picked, looked, looked - (long) picked.size());
  }

  private boolean needsConsent() {
    return viewing.isFor(Purpose.MARKETING);
  }
}
