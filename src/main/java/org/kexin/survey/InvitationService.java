package org.kexin.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.exception.ConstraintViolationException;
import org.kexin.access.Changes;
import org.kexin.access.Viewing;
import org.kexin.consent.ConsentChannel;
import org.kexin.consent.PermissionsChanged;
import org.kexin.customer.ContactableCustomers;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.Problem;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Violations;

/** Inviting people, and taking invitations back whose consent is gone. */
@ApplicationScoped
class InvitationService {

  /** What the access records call invitations. */
  static final String ATTRIBUTE = "surveyInvitations";

  private final Surveys surveys;
  private final SurveyInvitations invitations;
  private final SurveyResponses responses;
  private final InvitationTokens tokens;
  private final ContactableCustomers contactable;
  private final CustomerDirectory customers;
  private final Viewing viewing;
  private final Changes changes;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  InvitationService(
      Surveys surveys,
      SurveyInvitations invitations,
      SurveyResponses responses,
      InvitationTokens tokens,
      ContactableCustomers contactable,
      CustomerDirectory customers,
      Viewing viewing,
      Changes changes,
      Violations violations,
      Ids ids,
      Clock clock) {
    this.surveys = surveys;
    this.invitations = invitations;
    this.responses = responses;
    this.tokens = tokens;
    this.contactable = contactable;
    this.customers = customers;
    this.viewing = viewing;
    this.changes = changes;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  /** The call, as one that is repeated is compared. */
  record Invitees(UUID surveyId, NewInvitations document) {}

  /**
   * Invites those who may be, and says of each other why not. The answer holds no tokens, so that
   * it can be remembered: {@link #tokens(InvitationAnswer)} adds them.
   *
   * @throws ProblemException {@code survey-closed}, {@code validation-failed} if the document does
   *     not suit the audience, {@code already-invited} if somebody invited one of them at the same
   *     moment
   */
  @Transactional
  InvitationAnswer invite(Invitees invitees, Function<ProblemException, Problem> problems) {
    Survey survey =
        surveys.findByIdOptional(invitees.surveyId()).orElseThrow(ProblemException::notFound);
    NewInvitations document = invitees.document();
    refuseInvalid(survey, document);
    Instant now = clock.now();
    survey.demandOpen(now);
    List<InvitationAnswer.Item> items = new ArrayList<>();
    ConsentChannel channel = document.channel();
    if (channel == null) {
      inviteStaff(survey, document.userIds(), now, items, problems);
    } else {
      inviteCustomers(survey, document.customerIds(), channel, now, items, problems);
    }
    try {
      invitations.flush();
    } catch (ConstraintViolationException raced) {
      throw new ProblemException(
          ProblemCode.ALREADY_INVITED,
          "Somebody invited one of them at the same moment; nothing was changed, send it again.");
    }
    return new InvitationAnswer(items);
  }

  /** The tokens of those invitations of an answer that are open, by invitation. */
  Map<UUID, String> tokens(InvitationAnswer answer) {
    Map<UUID, String> byInvitation = new HashMap<>();
    for (SurveyInvitation invitation : invitations.named(answer.invitations())) {
      if (invitation.isOpen()) {
        tokens.of(invitation).ifPresent(token -> byInvitation.put(invitation.id(), token));
      }
    }
    return byInvitation;
  }

  /** A page; without restricted customers, so it may be short. */
  Page<InvitationView> list(UUID survey, PageRequest page) {
    if (surveys.findByIdOptional(survey).isEmpty()) {
      throw ProblemException.notFound();
    }
    Page<SurveyInvitation> cut =
        Page.of(
            invitations.list(survey, viewing.reach(), page), page, last -> last.id().toString());
    Set<UUID> open =
        customers.withinReach(
            cut.items().stream()
                .map(SurveyInvitation::customerId)
                .filter(Objects::nonNull)
                .toList());
    viewing.expect(open);
    return cut.filter(invitation -> open.contains(invitation.customerId()))
        .map(
            invitation -> {
              UUID customer = Objects.requireNonNull(invitation.customerId());
              return InvitationView.of(invitation, customer, viewing.at(customer, Set.of()));
            });
  }

  /** Takes back in the same commit what rests on a consent that is gone. */
  void on(@Observes PermissionsChanged event) {
    List<SurveyInvitation> open = invitations.openForUpdate(event.person());
    Map<ConsentChannel, Boolean> agreed = new HashMap<>();
    boolean cancelled = false;
    for (SurveyInvitation invitation : open) {
      ConsentChannel channel = Objects.requireNonNull(invitation.channel());
      if (!agreed.computeIfAbsent(
          channel, it -> !contactable.among(Set.of(event.person()), it, Set.of()).isEmpty())) {
        invitation.cancel();
        cancelled = true;
      }
    }
    if (cancelled) {
      invitations.flush();
      changes.record(event.person(), Set.of(ATTRIBUTE));
    }
  }

  private void inviteCustomers(
      Survey survey,
      List<UUID> wanted,
      ConsentChannel channel,
      Instant now,
      List<InvitationAnswer.Item> items,
      Function<ProblemException, Problem> problems) {
    Set<UUID> reached = customers.withinReach(wanted);
    Set<UUID> asked = new HashSet<>(invitations.invited(survey.id(), wanted));
    asked.addAll(responses.answered(survey.id(), wanted));
    Set<UUID> agreeing = contactable.among(wanted, channel, Set.of());
    Map<UUID, Set<String>> changed = new HashMap<>();
    for (UUID customer : wanted) {
      if (!reached.contains(customer)) {
        items.add(refused(items.size(), problems.apply(ProblemException.notFound())));
      } else if (asked.contains(customer)) {
        items.add(refused(items.size(), problems.apply(alreadyInvited())));
      } else if (!agreeing.contains(customer)) {
        items.add(refused(items.size(), problems.apply(consentMissing())));
      } else {
        UUID id = ids.next();
        byte[] hash = InvitationTokens.hash(tokens.of(id));
        items.add(
            invited(
                items.size(),
                SurveyInvitation.ofCustomer(
                    id, survey, customer, channel, hash, now, viewing.caller().userId())));
        changed.put(customer, Set.of(ATTRIBUTE));
      }
    }
    changes.record(changed);
  }

  private void inviteStaff(
      Survey survey,
      List<String> users,
      Instant now,
      List<InvitationAnswer.Item> items,
      Function<ProblemException, Problem> problems) {
    Set<String> asked = invitations.invitedStaff(survey.id(), users);
    for (String user : users) {
      if (asked.contains(user)) {
        items.add(refused(items.size(), problems.apply(alreadyInvited())));
      } else {
        UUID id = ids.next();
        byte[] hash = InvitationTokens.hash(tokens.of(id));
        items.add(
            invited(
                items.size(),
                SurveyInvitation.ofStaff(id, survey, user, hash, now, viewing.caller().userId())));
      }
    }
  }

  private InvitationAnswer.Item invited(int index, SurveyInvitation invitation) {
    invitations.persist(invitation);
    return new InvitationAnswer.Item(
        index,
        InvitationAnswer.Outcome.INVITED,
        invitation.id(),
        null,
        invitation.expiresAt(),
        null);
  }

  private static InvitationAnswer.Item refused(int index, Problem problem) {
    return new InvitationAnswer.Item(
        index, InvitationAnswer.Outcome.REFUSED, null, null, null, problem);
  }

  private void refuseInvalid(Survey survey, NewInvitations document) {
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    boolean fits =
        survey.audience() == SurveyAudience.CUSTOMERS
            ? document.channel() != null
                && !document.customerIds().isEmpty()
                && document.userIds().isEmpty()
            : document.channel() == null
                && document.customerIds().isEmpty()
                && !document.userIds().isEmpty();
    if (!fits) {
      problems.add(
          new FieldProblem(
              survey.audience() == SurveyAudience.CUSTOMERS ? "/customerIds" : "/userIds",
              "audience-unfit",
              "Give channel and customerIds for an audience of CUSTOMERS, and userIds alone for"
                  + " STAFF."));
    }
    ProblemException.demandNone(problems);
  }

  private static ProblemException alreadyInvited() {
    return new ProblemException(
        ProblemCode.ALREADY_INVITED, "Nobody is asked twice in one survey.");
  }

  private static ProblemException consentMissing() {
    return new ProblemException(
        ProblemCode.CONSENT_MISSING,
        "The customer does not agree to be approached through this channel; read their consents"
            + " and ask first.");
  }
}
