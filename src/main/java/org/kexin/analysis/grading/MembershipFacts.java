package org.kexin.analysis.grading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Answering;
import org.kexin.analysis.algorithm.CustomerOrder;
import org.kexin.analysis.algorithm.grading.GradingFact;
import org.kexin.analysis.algorithm.grading.GradingTerms;
import org.kexin.loyalty.MembershipReader;
import org.kexin.loyalty.MembershipReader.Standing;

/** What memberships add to the facts of a grade; read only for terms that ask for it. */
@ApplicationScoped
class MembershipFacts {

  private static final Set<GradingFact> FACTS =
      EnumSet.of(GradingFact.POINTS, GradingFact.MEMBERSHIP_LEVEL);

  private final MembershipReader reader;
  private final Answering answering;

  MembershipFacts(MembershipReader reader, Answering answering) {
    this.reader = reader;
    this.answering = answering;
  }

  /** Whether a grade depends on memberships. */
  static boolean areAskedFor(GradingTerms terms) {
    return terms.facts().stream().anyMatch(FACTS::contains);
  }

  /**
   * Memberships beside a pass over customers; closed by the caller.
   *
   * @param first day of purchases whose points count
   * @param last also counts
   */
  Beside beside(GradingTerms terms, LocalDate first, LocalDate last) {
    return new Beside(
        areAskedFor(terms) ? reader.open(startOf(first), startOf(last.plusDays(1))) : null);
  }

  /** The membership of one customer; null for none, and where the terms do not ask. */
  @Nullable Standing of(UUID customer, GradingTerms terms, LocalDate first, LocalDate last) {
    return areAskedFor(terms)
        ? reader.of(customer, startOf(first), startOf(last.plusDays(1))).orElse(null)
        : null;
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(answering.zone()).toInstant();
  }

  /** Both come in the order of the customers' ids, so that memory stays flat. Not thread-safe. */
  static final class Beside implements AutoCloseable {

    private static final Comparator<UUID> BY_ID = CustomerOrder.ofUuids();

    private final MembershipReader.@Nullable Cursor cursor;
    private @Nullable Standing present;

    private Beside(MembershipReader.@Nullable Cursor cursor) {
      this.cursor = cursor;
      this.present = cursor == null ? null : cursor.next();
    }

    /** Of a customer who comes behind all that were asked for before; null without a membership. */
    @Nullable Standing of(UUID customer) {
      while (cursor != null && present != null && BY_ID.compare(present.customer(), customer) < 0) {
        present = cursor.next();
      }
      return present != null && present.customer().equals(customer) ? present : null;
    }

    @Override
    public void close() {
      if (cursor != null) {
        cursor.close();
      }
    }
  }
}
