package org.kexin.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kexin.consent.PermissionsChanged;
import org.kexin.interaction.ContactRecorded;
import org.kexin.loyalty.ReferralRewarded;
import org.kexin.promotion.PromotionResponded;
import org.kexin.shared.Clock;
import org.kexin.transaction.Kind;
import org.kexin.transaction.SalesRecorded;

/** Notices what may move a customer, and leaves a mark in the same transaction. */
@ApplicationScoped
class LifeCycleWatch {

  private final LifeCycleMarks marks;
  private final Clock clock;

  LifeCycleWatch(LifeCycleMarks marks, Clock clock) {
    this.marks = marks;
    this.clock = clock;
  }

  void on(@Observes SalesRecorded event) {
    Set<UUID> customers =
        event.sales().stream()
            .filter(sale -> sale.kind() == Kind.ORDER)
            .map(SalesRecorded.Sale::customerId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    marks.leave(LifeCycleMarks.Kind.DERIVE_ANEW, customers, clock.now());
  }

  /** Who asks for advice is interested. */
  void on(@Observes ContactRecorded event) {
    if (event.asksForAdvice()) {
      marks.leave(
          LifeCycleMarks.Kind.SHOWED_INTEREST, List.of(event.customer()), event.occurredAt());
    }
  }

  /** Who responds to a promotion, and not by a refusal, is interested. */
  void on(@Observes PromotionResponded event) {
    if (event.kind().showsInterest()) {
      marks.leave(
          LifeCycleMarks.Kind.SHOWED_INTEREST, List.of(event.customerId()), event.respondedAt());
    }
  }

  void on(@Observes ReferralRewarded event) {
    marks.leave(
        LifeCycleMarks.Kind.BROUGHT_SOMEBODY, List.of(event.referrerCustomerId()), event.at());
  }

  /** Who objects is forgotten by the job; who lifts an objection is derived again. */
  void on(@Observes PermissionsChanged event) {
    marks.leave(LifeCycleMarks.Kind.DERIVE_ANEW, List.of(event.person()), clock.now());
  }
}
