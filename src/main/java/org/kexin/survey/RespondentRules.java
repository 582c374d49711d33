package org.kexin.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.kexin.shared.FieldProblem;

/** How a document may say who answers. Pure. */
final class RespondentRules {

  private RespondentRules() {}

  /** All that does not suit the survey. */
  static List<FieldProblem> check(Survey survey, ResponseDocument document) {
    List<FieldProblem> problems = new ArrayList<>();
    if (document.mode() != null && !survey.modes().contains(document.mode())) {
      problems.add(
          new FieldProblem("/mode", "mode-unfit", "The survey is not asked in this mode."));
    }
    problems.addAll(checkCompleteness(survey, document.complete()));
    long named =
        Stream.of(document.invitationToken(), document.invitationId(), document.customerId())
            .filter(Objects::nonNull)
            .count();
    boolean interview = document.mode() == SurveyMode.INTERVIEW;
    boolean fits =
        switch (survey.audience()) {
          case STAFF -> document.invitationId() == null && document.customerId() == null;
          case CUSTOMERS ->
              named == 1
                  ? document.customerId() == null || (interview && !survey.isAnonymous())
                  : named == 0 && interview && survey.isAnonymous();
        };
    if (!fits) {
      problems.add(
          new FieldProblem(
              "/invitationToken",
              "respondent-unfit",
              "Say who answers by one of invitationToken and invitationId. Who is interviewed needs"
                  + " no invitation: give customerId, or nothing in an anonymous survey. Of staff,"
                  + " give a token or nothing."));
    }
    return problems;
  }

  /** What is wrong with answers that are not submitted. */
  static List<FieldProblem> checkCompleteness(Survey survey, boolean complete) {
    return complete || !survey.isAnonymous()
        ? List.of()
        : List.of(
            new FieldProblem(
                "/complete",
                "anonymous-partial",
                "Submit all at once: what is saved of an anonymous survey would be nobody's to"
                    + " come back to."));
  }

  /**
   * Who answers.
   *
   * @param caller answers where nobody is named in a survey for staff
   */
  static Respondent respondent(Survey survey, ResponseDocument document, String caller) {
    if (document.invitationToken() != null) {
      return new Respondent.TokenHolder(document.invitationToken());
    }
    if (survey.audience() == SurveyAudience.STAFF) {
      return new Respondent.Colleague(caller);
    }
    if (document.invitationId() != null) {
      return new Respondent.Invited(document.invitationId());
    }
    return document.customerId() == null
        ? new Respondent.Passer()
        : new Respondent.Opposite(document.customerId());
  }
}
