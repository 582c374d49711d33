package org.kexin.survey;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.PageRequest;

/** The surveys and the versions of their questions. */
@ApplicationScoped
class Surveys implements PanacheRepositoryBase<Survey, UUID> {

  /** The survey, locked until the transaction ends. */
  Optional<Survey> findForUpdate(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** One version of the questions. */
  Optional<Questionnaire> questionnaire(UUID survey, int questionsVersion) {
    return Optional.ofNullable(
        getEntityManager()
            .find(Questionnaire.class, new Questionnaire.Key(survey, questionsVersion)));
  }

  /** Gives a stored survey a new version now, although only its questions change. */
  void touch(Survey survey) {
    getEntityManager().lock(survey, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
  }

  void add(Questionnaire questionnaire) {
    getEntityManager().persist(questionnaire);
  }

  /** One page of surveys, last made first. */
  List<Survey> list(@Nullable SurveyState state, PageRequest page) {
    UUID after = page.afterId();
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    Parameters parameters = new Parameters();
    if (state != null) {
      conditions.add("state = :state");
      parameters.and("state", state);
    }
    if (after != null) {
      conditions.add("id < :after");
      parameters.and("after", after);
    }
    return find(String.join(" and ", conditions) + " order by id desc", parameters)
        .page(0, page.rowsToRead())
        .list();
  }
}
