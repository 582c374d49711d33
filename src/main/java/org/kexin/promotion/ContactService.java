package org.kexin.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Changes;
import org.kexin.access.ConsentedUse;
import org.kexin.access.Viewing;
import org.kexin.consent.ConsentChannel;
import org.kexin.customer.ContactableCustomers;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.Clock;
import org.kexin.shared.Ids;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;

/** Recording and reading who was approached; nobody is recorded who must not be approached. */
@ApplicationScoped
class ContactService {

  /** Clocks of those who report may run that fast. */
  static final Duration AHEAD = Duration.ofMinutes(5);

  private static final Set<String> CHANGED = Set.of("promotionContacts");

  private final Contacts contacts;
  private final Promotions promotions;
  private final PromotionTallies tallies;
  private final PromotionMembers members;
  private final Audiences audiences;
  private final ContactableCustomers contactable;
  private final CustomerDirectory customers;
  private final Viewing viewing;
  private final Changes changes;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  ContactService(
      Contacts contacts,
      Promotions promotions,
      PromotionTallies tallies,
      PromotionMembers members,
      Audiences audiences,
      ContactableCustomers contactable,
      CustomerDirectory customers,
      Viewing viewing,
      Changes changes,
      Violations violations,
      Ids ids,
      Clock clock) {
    this.contacts = contacts;
    this.promotions = promotions;
    this.tallies = tallies;
    this.members = members;
    this.audiences = audiences;
    this.contactable = contactable;
    this.customers = customers;
    this.viewing = viewing;
    this.changes = changes;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  /** What became of a contact. */
  sealed interface Outcome {}

  /** It is recorded. */
  record Recorded(UUID id) implements Outcome {}

  /** It is not, for a reason. */
  record Refused(ProblemException reason) implements Outcome {}

  /**
   * Records one contact.
   *
   * @throws ProblemException {@code not-found}, {@code promotion-not-running}, {@code
   *     validation-failed}, {@code not-your-customer}, {@code not-a-target}, {@code
   *     consent-missing}, {@code already-exists} if the customer was contacted through the channel
   *     in that minute, {@code budget-exceeded}
   */
  @Transactional
  Receipt create(UUID promotionId, NewContact document) {
    Promotion promotion = running(promotionId);
    UUID customer = document.customerId();
    if (customer != null) {
      viewing.concerns(customer);
      customers.demandReach(customer);
    }
    return switch (record(promotion, List.of(document)).getFirst()) {
      case Recorded recorded -> new Receipt(recorded.id(), null, 0);
      case Refused refused -> throw refused.reason();
    };
  }

  /**
   * Records many contacts; a refused one leaves the others alone.
   *
   * @throws ProblemException {@code not-found}, {@code promotion-not-running}; {@code
   *     budget-exceeded} if not all of those that could be recorded can be paid
   */
  @Transactional
  List<Outcome> createAll(UUID promotionId, List<NewContact> documents) {
    return record(running(promotionId), documents);
  }

  /** A page of a promotion's contacts; without those of customers out of reach. */
  Page<ContactView> list(UUID promotionId, PageRequest page) {
    promotions.demandExists(promotionId);
    Page<Contact> cut =
        Page.of(contacts.list(promotionId, page), page, last -> last.id().toString());
    Set<UUID> open = customers.withinReach(cut.items().stream().map(Contact::customerId).toList());
    viewing.expect(open);
    return cut.filter(found -> open.contains(found.customerId()))
        .map(found -> ContactView.of(found, viewing.at(found.customerId(), Set.of())));
  }

  private Promotion running(UUID id) {
    Promotion promotion = promotions.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    if (!promotion.isOpen(clock.now())) {
      throw Promotion.notRunning();
    }
    return promotion;
  }

  private List<Outcome> record(Promotion promotion, List<NewContact> documents) {
    Instant now = clock.now();
    @Nullable ProblemException[] refusals = new ProblemException[documents.size()];
    List<@Nullable Contact> drafts = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      refusals[i] = unacceptable(documents.get(i), promotion, now);
      drafts.add(refusals[i] == null ? draft(promotion, documents.get(i), now) : null);
    }
    refuseOutOfReach(drafts, refusals);
    refuseOthersThanTargets(promotion, drafts, refusals);
    refuseRepeated(promotion, drafts, refusals);
    // The last question before the insert, in its transaction: a withdrawal counts from its commit.
    refuseWithoutConsent(promotion, drafts, refusals);
    List<Contact> accepted = still(drafts, refusals);
    insert(accepted);
    changes.record(
        accepted.stream()
            .collect(Collectors.toMap(Contact::customerId, it -> CHANGED, (one, same) -> one)));
    if (!accepted.isEmpty()) {
      tallies.book(promotion, new PromotionTallies.Spending(accepted.size(), 0, BigDecimal.ZERO));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < refusals.length; i++) {
      ProblemException refusal = refusals[i];
      outcomes.add(
          refusal == null
              ? new Recorded(Objects.requireNonNull(drafts.get(i)).id())
              : new Refused(refusal));
    }
    return outcomes;
  }

  private @Nullable ProblemException unacceptable(
      NewContact document, Promotion promotion, Instant now) {
    var problems = violations.of(document);
    if (!problems.isEmpty()) {
      return ProblemException.invalid(problems);
    }
    Instant at = document.contactedAt();
    boolean impossible =
        at != null && (at.isAfter(now.plus(AHEAD)) || !promotion.isOpen(minute(at)));
    return impossible
        ? ProblemException.invalid(
            "/contactedAt", "out-of-range", "Within the time of the promotion, and not ahead.")
        : null;
  }

  private Contact draft(Promotion promotion, NewContact document, Instant now) {
    return new Contact(
        ids.next(),
        promotion.id(),
        document.customerId(),
        document.channel(),
        minute(Objects.requireNonNullElse(document.contactedAt(), now)),
        Objects.requireNonNullElse(document.staff(), viewing.caller().userId()),
        now);
  }

  private void refuseOutOfReach(
      List<@Nullable Contact> drafts, @Nullable ProblemException[] refusals) {
    Set<UUID> named = customersOf(still(drafts, refusals));
    named.forEach(viewing::concerns);
    Set<UUID> reached = customers.withinReach(named);
    refuse(
        drafts,
        refusals,
        draft -> !reached.contains(draft.customerId()),
        new ProblemException(
            ProblemCode.NOT_YOUR_CUSTOMER,
            "Ask the department that this customer is assigned to, or a data steward."));
  }

  private void refuseOthersThanTargets(
      Promotion promotion, List<@Nullable Contact> drafts, @Nullable ProblemException[] refusals) {
    if (promotion.audienceId() == null) {
      return;
    }
    Set<UUID> targets = members.targets(promotion.id(), customersOf(still(drafts, refusals)));
    refuse(
        drafts,
        refusals,
        draft -> !targets.contains(draft.customerId()),
        new ProblemException(
            ProblemCode.NOT_A_TARGET,
            "Only members of the target group are approached; the control group is left alone."));
  }

  private void refuseRepeated(
      Promotion promotion, List<@Nullable Contact> drafts, @Nullable ProblemException[] refusals) {
    List<Contact> asked = still(drafts, refusals);
    Set<Contacts.Key> known =
        new HashSet<>(
            contacts.known(
                promotion.id(),
                customersOf(asked),
                asked.stream().map(Contact::contactedAt).distinct().toList()));
    refuse(drafts, refusals, draft -> !known.add(draft.key()), repeated());
  }

  private void refuseWithoutConsent(
      Promotion promotion, List<@Nullable Contact> drafts, @Nullable ProblemException[] refusals) {
    Map<ConsentChannel, List<UUID>> asked = new EnumMap<>(ConsentChannel.class);
    still(drafts, refusals)
        .forEach(
            draft ->
                asked
                    .computeIfAbsent(draft.channel(), same -> new ArrayList<>())
                    .add(draft.customerId()));
    Set<ConsentedUse> further = furtherUses(promotion);
    Map<ConsentChannel, Set<UUID>> agreeing = new HashMap<>();
    asked.forEach(
        (channel, all) -> agreeing.put(channel, contactable.among(all, channel, further)));
    refuse(
        drafts,
        refusals,
        draft -> !agreeing.getOrDefault(draft.channel(), Set.of()).contains(draft.customerId()),
        new ProblemException(
            ProblemCode.CONSENT_MISSING,
            "The customer does not agree to be approached through this channel; read their"
                + " consents and ask first."));
  }

  private Set<ConsentedUse> furtherUses(Promotion promotion) {
    UUID audience = promotion.audienceId();
    return audience != null && audiences.findById(audience).criteria().profiles()
        ? Set.of(ConsentedUse.PROFILING)
        : Set.of();
  }

  private void insert(Collection<Contact> accepted) {
    try {
      contacts.persist(accepted);
      contacts.flush();
    } catch (ConstraintViolationException raced) {
      throw repeated();
    }
  }

  private static void refuse(
      List<@Nullable Contact> drafts,
      @Nullable ProblemException[] refusals,
      java.util.function.Predicate<Contact> refused,
      ProblemException reason) {
    for (int i = 0; i < refusals.length; i++) {
      Contact draft = drafts.get(i);
      if (refusals[i] == null && draft != null && refused.test(draft)) {
        refusals[i] = reason;
      }
    }
  }

  private static List<Contact> still(
      List<@Nullable Contact> drafts, @Nullable ProblemException[] refusals) {
    List<Contact> still = new ArrayList<>();
    for (int i = 0; i < refusals.length; i++) {
      Contact draft = drafts.get(i);
      if (refusals[i] == null && draft != null) {
        still.add(draft);
      }
    }
    return still;
  }

  private static Set<UUID> customersOf(List<Contact> drafts) {
    return drafts.stream().map(Contact::customerId).collect(Collectors.toSet());
  }

  private static Instant minute(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MINUTES);
  }

  private static ProblemException repeated() {
    return new ProblemException(
        ProblemCode.ALREADY_EXISTS,
        "This customer was contacted through this channel in this minute; that is on record.");
  }
}
