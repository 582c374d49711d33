package org.kexin.survey;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Look;
import org.kexin.access.Viewing;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemException;

/** Responses for those who may see whose they are. Those of staff are told to nobody. */
@ApplicationScoped
class ResponseReading {

  private final Surveys surveys;
  private final SurveyResponses responses;
  private final CustomerDirectory customers;
  private final Viewing viewing;

  ResponseReading(
      Surveys surveys, SurveyResponses responses, CustomerDirectory customers, Viewing viewing) {
    this.surveys = surveys;
    this.responses = responses;
    this.customers = customers;
    this.viewing = viewing;
  }

  /** A page; without the answers of restricted customers, so it may be short. */
  Page<ResponseView> list(@Nullable UUID survey, @Nullable UUID customer, PageRequest page) {
    if (survey == null && customer == null) {
      throw ProblemException.parameter("surveyId", "Give surveyId, customerId or both.");
    }
    if (survey != null && !asksCustomers(survey)) {
      return new Page<>(List.of(), null);
    }
    Page<SurveyResponse> cut =
        Page.of(
            responses.list(survey, customer, viewing.reach(), page),
            page,
            last -> last.id().toString());
    Set<UUID> persons = new HashSet<>();
    for (SurveyResponse response : cut.items()) {
      if (response.customerId() != null) {
        persons.add(response.customerId());
      }
    }
    Set<UUID> open = customers.withinReach(persons);
    viewing.expect(open);
    Map<UUID, List<Answer>> answers =
        responses.answers(cut.items().stream().map(SurveyResponse::id).toList());
    return cut.filter(it -> it.customerId() == null || open.contains(it.customerId()))
        .map(it -> ResponseView.of(it, answers.getOrDefault(it.id(), List.of()), look(it)));
  }

  private boolean asksCustomers(UUID survey) {
    return surveys
        .findByIdOptional(survey)
        .filter(it -> it.audience() == SurveyAudience.CUSTOMERS)
        .isPresent();
  }

  private @Nullable Look look(SurveyResponse response) {
    UUID customer = response.customerId();
    return customer == null ? null : viewing.at(customer, Set.of());
  }
}
