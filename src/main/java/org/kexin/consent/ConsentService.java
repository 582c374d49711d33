package org.kexin.consent;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Changes;
import org.kexin.access.ConsentedUse;
import org.kexin.access.Look;
import org.kexin.access.Viewing;
import org.kexin.consent.ConsentingPersons.Capacity;
import org.kexin.consent.ConsentingPersons.ConsentingPerson;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Violations;

/** Recording and reading what persons agreed to. */
@ApplicationScoped
class ConsentService {

  private final Changes changes;
  private final ConsentDecisions decisions;
  private final PrivacyNotices notices;
  private final ConsentingPersons persons;
  private final Viewing viewing;
  private final Violations violations;
  private final Event<PermissionsChanged> permissionsChanged;
  private final Ids ids;
  private final Clock clock;

  ConsentService(
      Changes changes,
      ConsentDecisions decisions,
      PrivacyNotices notices,
      ConsentingPersons persons,
      Viewing viewing,
      Violations violations,
      Event<PermissionsChanged> permissionsChanged,
      Ids ids,
      Clock clock) {
    this.changes = changes;
    this.decisions = decisions;
    this.notices = notices;
    this.persons = persons;
    this.viewing = viewing;
    this.violations = violations;
    this.permissionsChanged = permissionsChanged;
    this.ids = ids;
    this.clock = clock;
  }

  /** Decisions of a person, as a member of staff or the person sends them. */
  record Recording(UUID personId, NewDecisions document) {}

  /**
   * Records decisions, all or none.
   *
   * @throws ProblemException {@code not-found} if there is no such person, {@code
   *     validation-failed} if the rules refuse one of them
   */
  @Transactional
  RecordedConsents record(Recording recording) {
    UUID person = recording.personId();
    persons.lock(person);
    Capacity capacity = withinReach(person).capacity();
    NewDecisions document = recording.document();
    Instant now = clock.now();
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    problems.addAll(ConsentRules.check(document, known(document, capacity, now)));
    ProblemException.demandNone(problems);
    List<RecordedDecision> recorded = recorded(person, document.decisions(), now);
    decisions.add(recorded);
    changes.record(person, Set.of("consents"));
    permissionsChanged.fire(new PermissionsChanged(person));
    return new RecordedConsents(
        recorded.stream().map(decision -> decision.choice().id()).toList(), now);
  }

  /** How matters stand with each use, as the caller may see it. */
  ConsentsView present(UUID person) {
    Look look = demand(person);
    List<RecordedDecision> newest = decisions.newest(Set.of(person));
    Map<UUID, RecordedDecision> byId = new HashMap<>();
    newest.forEach(decision -> byId.put(decision.choice().id(), decision));
    ConsentState state =
        ConsentState.of(newest.stream().map(RecordedDecision::choice).toList(), clock.now());
    List<ConsentView> all =
        Arrays.stream(ConsentedUse.values())
            .flatMap(
                use ->
                    ConsentState.channelsOf(use).stream()
                        .map(channel -> view(state, use, channel.orElse(null), byId)))
            .toList();
    List<ConsentView> shown = look.showOrHide("consents", BEHAVIOUR, all);
    return new ConsentsView(shown == null ? List.of() : shown, look.masked());
  }

  /** Every decision there ever was, as the caller may see it. */
  DecisionPage history(UUID person, PageRequest request) {
    Look look = demand(person);
    Page<DecisionView> page =
        Page.of(
                decisions.history(person, request.afterId(), request.rowsToRead()),
                request,
                last -> last.choice().id().toString())
            .map(DecisionView::of);
    List<DecisionView> shown = look.showOrHide("consentHistory", BEHAVIOUR, page.items());
    return new DecisionPage(shown == null ? List.of() : shown, page.nextPageToken(), look.masked());
  }

  private Look demand(UUID person) {
    viewing.concerns(person);
    withinReach(person);
    return viewing.at(person, Set.of());
  }

  private ConsentingPerson withinReach(UUID id) {
    ConsentingPerson person = persons.find(id).orElseThrow(ProblemException::notFound);
    viewing.demandReach(person.department());
    return person;
  }

  private ConsentRules.Known known(NewDecisions document, Capacity capacity, Instant now) {
    Set<UUID> named =
        document.decisions().stream()
            .flatMap(decision -> Stream.ofNullable(decision.noticeId()))
            .collect(Collectors.toSet());
    return new ConsentRules.Known(capacity, Set.copyOf(notices.existing(named)), now);
  }

  private List<RecordedDecision> recorded(UUID person, List<NewDecision> documents, Instant now) {
    Instant newestKnown =
        decisions.newest(Set.of(person)).stream()
            .map(decision -> decision.choice().decidedAt())
            .max(Instant::compareTo)
            .orElse(null);
    Instant moment = ConsentRules.firstMoment(now, newestKnown);
    // The person's own user id would be personal data about them, beside the id that may go.
    String recordedBy =
        person.equals(viewing.caller().customerId()) ? null : viewing.caller().userId();
    List<RecordedDecision> recorded = new ArrayList<>();
    for (NewDecision document : documents) {
      recorded.add(
          new RecordedDecision(
              person,
              new Choice(
                  ids.next(),
                  document.use(),
                  document.channel(),
                  document.verdict(),
                  Objects.requireNonNullElse(micros(document.decidedAt()), moment),
                  micros(document.validUntil())),
              document.givenBy(),
              document.noticeId(),
              document.evidence(),
              document.collectedThrough(),
              now,
              recordedBy));
      moment = moment.plus(1, ChronoUnit.MICROS);
    }
    return recorded;
  }

  private static ConsentView view(
      ConsentState state,
      ConsentedUse use,
      @Nullable ConsentChannel channel,
      Map<UUID, RecordedDecision> byId) {
    Optional<RecordedDecision> lastWord =
        state.lastWord(use, channel).map(choice -> byId.get(choice.id()));
    return ConsentView.of(use, channel, state.standing(use, channel), lastWord);
  }

  /** To the resolution of the columns, which would round and not cut. */
  private static @Nullable Instant micros(@Nullable Instant moment) {
    return moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS);
  }
}
