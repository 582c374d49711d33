package org.kexin.sample;

import static org.kexin.sample.SampleCall.document;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * The customer as whom newcomers sign in, and what they did by themselves, so that there is
 * something under {@code /v1/me}.
 */
final class OwnDealings {

  /** Whom the sample realm's user {@code customer} is. */
  static final UUID CUSTOMER = UUID.fromString("01932c00-0000-7000-8000-000000000001");

  private static final String ROLE = "customer";
  private static final String COMPLAINTS = "/v1/me/complaints";

  private final Dispatch dispatch;
  private final Instant asOf;

  OwnDealings(Dispatch dispatch, Instant asOf) {
    this.dispatch = dispatch;
    this.asOf = asOf;
  }

  /** Makes the customer, who buys as another one does. */
  Story buyingLike(Buyer other) {
    SampleCustomer person = Individuals.chinese(new Draw("own customer"));
    SampleCustomer.Individual individual = Objects.requireNonNull(person.individual());
    dispatch.send(
        new Chain(
            List.of(
                SampleCall.post(
                    "service-agent",
                    "/v1/customers",
                    CUSTOMER.toString(),
                    document(
                        "id",
                        CUSTOMER,
                        "kind",
                        "INDIVIDUAL",
                        "name",
                        person.name(),
                        "source",
                        "SYNTHETIC",
                        "individual",
                        document(
                            "gender", individual.gender().name(),
                            "birthDate", individual.birthDate().toString()))))));
    return Story.of(new Buyer(CUSTOMER, other.orders(), other.basket(), other.currency()), asOf);
  }

  /**
   * What the customer did by themselves: agree to offers, join, complain and ask for what is held
   * of them. Somebody invites them to a survey, which is theirs to answer.
   *
   * @param notice what they saw before they agreed
   * @param category of the complaint
   */
  void load(Story story, UUID notice, UUID category, UUID programme, UUID survey) {
    // The complaint comes last: it is not made twice, and where it is, everything is.
    if (dispatch
        .api()
        .find(ROLE, COMPLAINTS + "?pageSize=200", "/categoryId", category.toString())
        .isPresent()) {
      return;
    }
    dispatch.send(
        new Chain(
            List.of(own("/v1/me/consents", document("decisions", List.of(agreement(notice)))))));
    SurveyDealings.invite(
        dispatch, survey, document("channel", "APP", "customerIds", List.of(CUSTOMER)));
    dispatch.send(
        new Chain(List.of(own("/v1/me/loyalty/accounts", document("programmeId", programme)))));
    dispatch.send(
        new Chain(
            List.of(
                own("/v1/me/privacy-requests", document("kind", "ACCESS")),
                own(COMPLAINTS, complaint(story, category)))));
  }

  private static Map<String, Object> agreement(UUID notice) {
    return document("use", "MARKETING", "verdict", "GIVEN", "noticeId", notice);
  }

  private static Map<String, Object> complaint(Story story, UUID category) {
    Map<String, Object> complaint =
        document("categoryId", category, "description", "Synthetic: it came late.");
    if (!story.orders().isEmpty()) {
      complaint.put("transactionId", story.orders().getLast().id());
    }
    return complaint;
  }

  private static SampleCall own(String path, Map<String, Object> body) {
    return SampleCall.post(ROLE, path, CUSTOMER.toString(), body);
  }
}
