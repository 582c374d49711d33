package org.kexin.survey;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Reach;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.PageRequest;
import org.kexin.shared.TimePosition;

/** The invitations. */
@ApplicationScoped
class SurveyInvitations implements PanacheRepositoryBase<SurveyInvitation, UUID> {

  /** An open invitation with its survey. */
  record Open(SurveyInvitation invitation, Survey survey) {}

  /** Those of these customers who were ever invited to the survey. */
  Set<UUID> invited(UUID survey, Collection<UUID> customers) {
    return new HashSet<>(
        session()
            .createSelectionQuery(
                "select i.customerId from SurveyInvitation i"
                    + " where i.surveyId = :survey and i.customerId in :customers",
                UUID.class)
            .setParameter("survey", survey)
            .setParameter("customers", customers)
            .getResultList());
  }

  /** Those of these users who were ever invited to the survey. */
  Set<String> invitedStaff(UUID survey, Collection<String> users) {
    return new HashSet<>(
        session()
            .createSelectionQuery(
                "select i.userId from SurveyInvitation i"
                    + " where i.surveyId = :survey and i.userId in :users",
                String.class)
            .setParameter("survey", survey)
            .setParameter("users", users)
            .getResultList());
  }

  /** Those of the invitations with one of these ids that are there. */
  List<SurveyInvitation> named(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : list("id in ?1", ids);
  }

  Optional<SurveyInvitation> findForUpdate(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The invitation with a token of this hash, locked. */
  Optional<SurveyInvitation> findByTokenForUpdate(byte[] tokenHash) {
    return locked("tokenHash = ?1", tokenHash);
  }

  /** A customer's invitation to a survey, locked. */
  Optional<SurveyInvitation> findForUpdate(UUID survey, UUID customer) {
    return locked("surveyId = ?1 and customerId = ?2", survey, customer);
  }

  /** A user's invitation to a survey, locked. */
  Optional<SurveyInvitation> findStaffForUpdate(UUID survey, String user) {
    return locked("surveyId = ?1 and userId = ?2", survey, user);
  }

  /** A customer's invitation to a survey. */
  Optional<SurveyInvitation> find(UUID survey, UUID customer) {
    return find("surveyId = ?1 and customerId = ?2", survey, customer).firstResultOptional();
  }

  /** The open invitations of a customer, also those whose time is over, locked. */
  List<SurveyInvitation> openForUpdate(UUID customer) {
    return find("customerId = ?1 and state = ?2 order by id", customer, InvitationState.OPEN)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** One page of the invitations of customers within reach to a survey, last made first. */
  List<SurveyInvitation> list(UUID survey, Reach reach, PageRequest page) {
    List<String> conditions = new ArrayList<>(List.of("i.surveyId = :survey"));
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("survey", survey);
    conditions.add("i.customerId is not null");
    if (reach.limited()) {
      conditions.add(CustomerDirectory.withinReach("i.customerId"));
      parameters.put(CustomerDirectory.DEPARTMENT, reach.department());
    }
    UUID after = page.afterId();
    if (after != null) {
      conditions.add("i.id < :after");
      parameters.put("after", after);
    }
    SelectionQuery<SurveyInvitation> select =
        session()
            .createSelectionQuery(
                "from SurveyInvitation i where "
                    + String.join(" and ", conditions)
                    + " order by i.id desc",
                SurveyInvitation.class);
    parameters.forEach(select::setParameter);
    return select.setMaxResults(page.rowsToRead()).getResultList();
  }

  /** One page of a customer's invitations that can be answered at this moment, last made first. */
  List<Open> open(UUID customer, Instant now, PageRequest page) {
    UUID after = page.afterId();
    SelectionQuery<Open> select =
        session()
            .createSelectionQuery(
                "select new org.kexin.survey.SurveyInvitations$Open(i, s)"
                    + " from SurveyInvitation i join Survey s on s.id = i.surveyId"
                    + " where i.customerId = :customer and i.state = :open"
                    + " and (i.expiresAt is null or i.expiresAt > :now)"
                    + " and s.state = :published and (s.closesAt is null or s.closesAt > :now)"
                    + (after == null ? "" : " and i.id < :after")
                    + " order by i.id desc",
                Open.class)
            .setParameter("customer", customer)
            .setParameter("open", InvitationState.OPEN)
            .setParameter("now", now)
            .setParameter("published", SurveyState.PUBLISHED);
    if (after != null) {
      select.setParameter("after", after);
    }
    return select.setMaxResults(page.rowsToRead()).getResultList();
  }

  /** The invitations of a customer that ever were, last made first. */
  List<SurveyInvitation> of(UUID customer, @Nullable UUID before, int limit) {
    return (before == null
            ? find("customerId = ?1 order by id desc", customer)
            : find("customerId = ?1 and id < ?2 order by id desc", customer, before))
        .page(0, limit)
        .list();
  }

  /** As {@link SurveyTimeLine} asks. */
  List<SurveyInvitation> newest(UUID customer, @Nullable TimePosition behind, int limit) {
    return (behind == null
            ? find("customerId = ?1 order by invitedAt desc, id desc", customer)
            : find(
                "customerId = ?1 and invitedAt <= ?2 and (invitedAt < ?2 or id < ?3)"
                    + " order by invitedAt desc, id desc",
                customer,
                behind.moment(),
                behind.id()))
        .page(0, limit)
        .list();
  }

  private Optional<SurveyInvitation> locked(String query, Object... parameters) {
    return find(query, parameters).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  private Session session() {
    return getEntityManager().unwrap(Session.class);
  }
}
