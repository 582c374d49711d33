package org.kexin.sample;

import java.io.PrintStream;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.kexin.shared.Ids;

/**
 * Adds a year of dealings to the customers of the sample: a client of the API like any other, with
 * no back doors, so every rule of the service holds for it. Called again, it changes nothing.
 */
public final class SampleDealings {

  private static final int DEFAULT_CUSTOMERS = 400;

  private final Dispatch dispatch;
  private final BuyerBooks books;

  SampleDealings(Dispatch dispatch) {
    this.dispatch = dispatch;
    this.books = new BuyerBooks(dispatch.api());
  }

  /**
   * Loads the dealings of the first customers of the sample.
   *
   * @param environment {@code KEXIN_TOKEN_ROLE} for each role in capitals, an access token that is
   *     good for some minutes; {@code KEXIN_SAMPLE_CUSTOMERS}, how many customers, 400 if absent;
   *     {@code KEXIN_TERMINAL}, present if {@code out} is a terminal
   * @return 0, or 1 if the service refused something, which is then told
   * @throws IllegalArgumentException if a token that is needed is missing
   */
  public static int load(URI service, Map<String, String> environment, PrintStream out) {
    SampleApi api = new SampleApi(service, role -> token(environment, role));
    Dispatch dispatch = new Dispatch(api, out, environment.containsKey("KEXIN_TERMINAL"));
    SampleDealings dealings = new SampleDealings(dispatch);
    String most = environment.getOrDefault("KEXIN_SAMPLE_CUSTOMERS", "" + DEFAULT_CUSTOMERS);
    List<UUID> customers = dealings.books.customers(Integer.parseInt(most));
    if (!customers.isEmpty()) {
      // When the sample was loaded: the same at every run, and never ahead of now.
      dealings.load(customers, Ids.time(customers.getFirst()).truncatedTo(ChronoUnit.MINUTES));
    }
    dispatch.refusals().forEach((code, count) -> out.println(count + " calls refused: " + code));
    return dispatch.refusals().isEmpty() ? 0 : 1;
  }

  /**
   * Loads the dealings of these customers.
   *
   * @param asOf the end of the year
   */
  void load(List<UUID> customers, Instant asOf) {
    List<Story> stories = new ArrayList<>(stories(customers, asOf));
    UUID notice = notice();
    Map<String, UUID> categories = categories();
    if (stories.isEmpty()) {
      return;
    }
    OwnDealings own = new OwnDealings(dispatch, asOf);
    Story newcomer = own.buyingLike(stories.getFirst().buyer());
    stories.add(newcomer);
    dispatch.send("contacts", chains(stories, story -> ContactDealings.of(story, notice)));
    dispatch.send("orders", chains(stories, OrderDealings::of));
    dispatch.send("complaints", chains(stories, story -> ComplaintDealings.of(story, categories)));
    SurveyDealings surveys = new SurveyDealings(dispatch, asOf);
    surveys.load(stories);
    new NamelessSurveys(dispatch, asOf).load();
    String currency = stories.getFirst().buyer().currency();
    UUID programme = new LoyaltyDealings(dispatch).load(stories, currency);
    UUID late = Objects.requireNonNull(categories.get(ComplaintDealings.LATE));
    own.load(newcomer, notice, late, programme, surveys.recommendation());
    new PromotionDealings(dispatch, asOf, currency).load(stories);
    new CareDealings(dispatch).load();
  }

  private static List<Chain> chains(List<Story> stories, Function<Story, List<Chain>> dealings) {
    return stories.stream().flatMap(story -> dealings.apply(story).stream()).toList();
  }

  private List<Story> stories(List<UUID> customers, Instant asOf) {
    Map<UUID, Story> stories = new ConcurrentHashMap<>();
    dispatch.each(
        "customers read",
        customers,
        customer ->
            books
                .find(customer, Story.RETAIL_END)
                .ifPresent(buyer -> stories.put(customer, Story.of(buyer, asOf))));
    return customers.stream()
        .flatMap(customer -> Optional.ofNullable(stories.get(customer)).stream())
        .toList();
  }

  private UUID notice() {
    return dispatch.ensure(
        "/v1/privacy/notices?code=synthetic-marketing&pageSize=200",
        "/code",
        "synthetic-marketing",
        SampleCall.post(
            "privacy-officer",
            "/v1/privacy/notices",
            "synthetic-marketing",
            SampleCall.document(
                "code", "synthetic-marketing",
                "version", 1,
                "language", "zh-CN",
                "text", "示例（合成数据）：我们希望向您介绍新产品，并根据您的购买为您推荐。您可以随时撤回同意。")));
  }

  private Map<String, UUID> categories() {
    Map<String, UUID> ids = new LinkedHashMap<>();
    for (ComplaintDealings.Category category : ComplaintDealings.CATEGORIES) {
      ids.put(
          category.code(),
          dispatch.ensure(
              "/v1/complaint-categories?pageSize=200",
              "/code",
              category.code(),
              SampleCall.post(
                  "data-steward",
                  "/v1/complaint-categories",
                  category.code(),
                  SampleCall.document("code", category.code(), "name", category.name()))));
    }
    return ids;
  }

  private static String token(Map<String, String> environment, String role) {
    String name = "KEXIN_TOKEN_" + role.replace('-', '_').toUpperCase(Locale.ROOT);
    String token = environment.get(name);
    if (token == null || token.isBlank()) {
      throw new IllegalArgumentException("Set " + name + " to an access token of " + role + ".");
    }
    return token;
  }
}
