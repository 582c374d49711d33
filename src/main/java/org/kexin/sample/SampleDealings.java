package org.kexin.sample;

import java.io.PrintStream;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.kexin.sample.SampleApi.Done;
import org.kexin.sample.SampleApi.Known;
import org.kexin.sample.SampleApi.Outcome;
import org.kexin.sample.SampleApi.Refused;
import org.kexin.shared.Ids;

/**
 * Adds a year of dealings to the customers of the sample: a client of the API like any other, with
 * no back doors, so every rule of the service holds for it. Called again, it changes nothing.
 */
public final class SampleDealings {

  /** Calls under way at a time. */
  private static final int AT_A_TIME = 8;

  private static final int DEFAULT_CUSTOMERS = 600;

  private final SampleApi api;
  private final PrintStream out;
  private final boolean terminal;
  private final BuyerBooks books;
  private final Map<String, Integer> refusals = new ConcurrentHashMap<>();

  SampleDealings(SampleApi api, PrintStream out, boolean terminal) {
    this.api = api;
    this.out = out;
    this.terminal = terminal;
    this.books = new BuyerBooks(api);
  }

  /**
   * Loads the dealings of the first customers of the sample.
   *
   * @param environment {@code KEXIN_TOKEN_ROLE} for each role in capitals, an access token that is
   *     good for some minutes; {@code KEXIN_SAMPLE_CUSTOMERS}, how many customers, 600 if absent;
   *     {@code KEXIN_TERMINAL}, present if {@code out} is a terminal
   * @return 0, or 1 if the service refused something, which is then told
   * @throws IllegalArgumentException if a token that is needed is missing
   */
  public static int load(URI service, Map<String, String> environment, PrintStream out) {
    SampleApi api = new SampleApi(service, role -> token(environment, role));
    SampleDealings dealings =
        new SampleDealings(api, out, environment.containsKey("KEXIN_TERMINAL"));
    String most = environment.getOrDefault("KEXIN_SAMPLE_CUSTOMERS", "" + DEFAULT_CUSTOMERS);
    List<UUID> customers = dealings.books.customers(Integer.parseInt(most));
    if (!customers.isEmpty()) {
      // When the sample was loaded: the same at every run, and never ahead of now.
      dealings.load(customers, Ids.time(customers.getFirst()).truncatedTo(ChronoUnit.MINUTES));
    }
    dealings.refusals().forEach((code, count) -> out.println(count + " calls refused: " + code));
    return dealings.refusals().isEmpty() ? 0 : 1;
  }

  /** How many calls were refused, by path and code. */
  Map<String, Integer> refusals() {
    return new TreeMap<>(refusals);
  }

  /**
   * Loads the dealings of these customers.
   *
   * @param asOf the end of the year
   */
  void load(List<UUID> customers, Instant asOf) {
    List<Story> stories = stories(customers, asOf);
    UUID notice = notice();
    Map<String, UUID> categories = categories();
    List<Chain> chains = new ArrayList<>();
    for (Story story : stories) {
      chains.addAll(ContactDealings.of(story, notice));
    }
    send("contacts", chains);
    chains.clear();
    stories.forEach(story -> chains.addAll(OrderDealings.of(story)));
    send("orders", chains);
    chains.clear();
    stories.forEach(story -> chains.addAll(ComplaintDealings.of(story, categories)));
    send("complaints", chains);
  }

  private List<Story> stories(List<UUID> customers, Instant asOf) {
    Map<UUID, Story> stories = new ConcurrentHashMap<>();
    each(
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
    return ensure(
        "/v1/privacy/notices?code=synthetic-marketing&pageSize=200",
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
          ensure(
              "/v1/complaint-categories?pageSize=200",
              category.code(),
              SampleCall.post(
                  "data-steward",
                  "/v1/complaint-categories",
                  category.code(),
                  SampleCall.document("code", category.code(), "name", category.name()))));
    }
    return ids;
  }

  private UUID ensure(String list, String code, SampleCall call) {
    return UUID.fromString(
        api.find(call.role(), list, "code", code).orElseGet(() -> api.made(call)));
  }

  private void send(String label, List<Chain> chains) {
    each(label, chains, this::send);
  }

  private void send(Chain chain) {
    String made = "";
    for (SampleCall call : chain.calls()) {
      Outcome outcome = api.send(call, call.path().replace(SampleCall.MADE, made));
      switch (outcome) {
        case Done done when done.made() -> made = done.answer().path("id").asText();
        case Done done -> {}
        case Known() -> {
          return;
        }
        case Refused refused -> {
          refusals.merge(
              call.path() + " " + refused.status() + " " + refused.code(), 1, Integer::sum);
          return;
        }
      }
    }
  }

  /** Does the work for all of them, some at a time, and tells how far it is. */
  private <T> void each(String label, Collection<T> all, Consumer<T> work) {
    Progress progress = new Progress(out, terminal, label, all.size());
    try (ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME)) {
      List<Future<?>> started =
          all.stream()
              .map(
                  one ->
                      workers.submit(
                          () -> {
                            work.accept(one);
                            progress.step();
                          }))
              .collect(Collectors.toList());
      for (Future<?> future : started) {
        future.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while loading " + label + ".", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Loading " + label + " failed.", e.getCause());
    }
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
