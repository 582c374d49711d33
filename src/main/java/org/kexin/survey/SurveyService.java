package org.kexin.survey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Viewing;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;
import org.kexin.shared.http.EntityTags;
import org.kexin.shared.http.MergePatch;
import org.kexin.transaction.ProductDirectory;

/** Drafting, publishing, changing and closing surveys. */
@ApplicationScoped
class SurveyService {

  private final Surveys surveys;
  private final ProductDirectory products;
  private final Viewing viewing;
  private final Violations violations;
  private final MergePatch mergePatch;
  private final Ids ids;
  private final Clock clock;

  SurveyService(
      Surveys surveys,
      ProductDirectory products,
      Viewing viewing,
      Violations violations,
      MergePatch mergePatch,
      Ids ids,
      Clock clock) {
    this.surveys = surveys;
    this.products = products;
    this.viewing = viewing;
    this.violations = violations;
    this.mergePatch = mergePatch;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @throws ProblemException {@code already-exists} if the id is taken
   */
  @Transactional
  Receipt create(NewSurvey document) {
    refuseInvalid(document);
    if (document.id() != null && surveys.findById(document.id()) != null) {
      throw exists();
    }
    UUID id = document.id() == null ? ids.next() : document.id();
    Survey survey = new Survey(id, document, clock.now(), viewing.caller().userId());
    surveys.persist(survey);
    surveys.add(new Questionnaire(id, survey.newestVersion(), document.questions()));
    try {
      surveys.flush();
    } catch (ConstraintViolationException raced) {
      throw exists();
    }
    return receipt(survey);
  }

  /**
   * Changes a survey. Other questions than the published ones become the next version, which nobody
   * is asked before it is published.
   *
   * @throws ProblemException {@code survey-closed} if it is closed
   */
  @Transactional
  Receipt patch(UUID id, @Nullable String ifMatch, ObjectNode patch) {
    Survey survey = surveys.findForUpdate(id).orElseThrow(ProblemException::notFound);
    EntityTags.demand(ifMatch, survey.version());
    List<Question> before = questions(survey, survey.newestVersion()).questions();
    NewSurvey after = mergePatch.apply(survey.document(before), patch, NewSurvey.class);
    refuseInvalid(after);
    if (!id.equals(after.id()) || survey.breaksPromise(after)) {
      throw ProblemException.invalid(
          id.equals(after.id()) ? "/anonymous" : "/id",
          "immutable",
          "The id never changes, nor do audience and anonymity once a survey was published.");
    }
    survey.restate(after);
    if (!after.questions().equals(before)) {
      restateQuestions(survey, after.questions());
    }
    surveys.flush();
    return receipt(survey);
  }

  /**
   * Asks the drafted questions from now on; answers to earlier versions are taken as well, from
   * those who had begun.
   *
   * @throws ProblemException {@code survey-closed} if it is closed, {@code not-ready} if nothing
   *     waits to be published
   */
  @Transactional
  Receipt publish(UUID id) {
    Survey survey = surveys.findForUpdate(id).orElseThrow(ProblemException::notFound);
    questions(survey, survey.publish()).publish(clock.now());
    surveys.flush();
    return receipt(survey);
  }

  /**
   * @throws ProblemException {@code survey-closed} if it was closed before, {@code not-ready} if it
   *     was never published
   */
  @Transactional
  Receipt close(UUID id) {
    Survey survey = surveys.findForUpdate(id).orElseThrow(ProblemException::notFound);
    survey.close();
    surveys.flush();
    return receipt(survey);
  }

  /**
   * The survey with one version of its questions.
   *
   * @param questionsVersion null for the live one, or the draft where none is live
   */
  SurveyView read(UUID id, @Nullable Integer questionsVersion) {
    Survey survey = surveys.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    int wanted = questionsVersion == null ? shownVersion(survey) : questionsVersion;
    return survey.view(wanted, questions(survey, wanted).questions());
  }

  Page<SurveyView> list(@Nullable SurveyState state, PageRequest page) {
    return Page.of(surveys.list(state, page), page, last -> last.id().toString())
        .map(survey -> survey.view(shownVersion(survey), null));
  }

  private static int shownVersion(Survey survey) {
    Integer live = survey.liveVersion();
    return live == null ? survey.newestVersion() : live;
  }

  private Questionnaire questions(Survey survey, int questionsVersion) {
    return surveys
        .questionnaire(survey.id(), questionsVersion)
        .orElseThrow(ProblemException::notFound);
  }

  private void restateQuestions(Survey survey, List<Question> questions) {
    int draft = survey.draft();
    surveys
        .questionnaire(survey.id(), draft)
        .ifPresentOrElse(
            known -> {
              known.restate(questions);
              surveys.touch(survey);
            },
            () -> surveys.add(new Questionnaire(survey.id(), draft, questions)));
  }

  private void refuseInvalid(NewSurvey document) {
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    if (problems.isEmpty()) {
      problems.addAll(QuestionRules.check(document.questions()));
    }
    UUID product = document.productId();
    if (product != null && products.existing(Set.of(product)).isEmpty()) {
      problems.add(
          new FieldProblem("/productId", "product-unknown", "There is no product with this id."));
    }
    if (document.id() != null && !Ids.isVersion7(document.id())) {
      problems.add(
          new FieldProblem(
              "/id", "id-invalid", "Make ids as UUID version 7, or leave the member out."));
    }
    ProblemException.demandNone(problems);
  }

  private static ProblemException exists() {
    return new ProblemException(
        ProblemCode.ALREADY_EXISTS, "A survey with this id exists; change that one.");
  }

  private static Receipt receipt(Survey survey) {
    return new Receipt(survey.id(), null, survey.version());
  }
}
