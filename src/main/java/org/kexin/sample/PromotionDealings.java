package org.kexin.sample;

import static org.kexin.sample.SampleCall.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.sample.PromotionResponses.Group;
import org.kexin.sample.PromotionResponses.Running;

/**
 * A promotion for each month of a year. The service freezes the audience and draws the control
 * group; who is of the target is approached, some respond, and some of those buy, more often than
 * the control group does by itself. All of them are started now, for that is when a service is told
 * of a start, with their times in the past; all but the last two are closed again.
 */
final class PromotionDealings {

  private static final String ROLE = "marketing";
  private static final String PROMOTIONS = "/v1/promotions";
  static final int MONTHS = 12;
  private static final int DAYS_OF_A_MONTH = 28;
  private static final int STILL_RUNNING = 2;
  private static final int MOST_CONTACTS = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long PAUSE_MILLIS = 200;

  private static final List<String> TYPES =
      List.of("VOUCHER", "PRICE_CUT", "TELEPHONE", "ONLINE", "VOUCHER", "EVENT");
  private static final List<String> MEDIA = List.of("DIRECT", "INTERNET", "SOCIAL", "OUTDOOR");

  private final Dispatch dispatch;
  private final SampleApi api;
  private final Instant asOf;
  private final String currency;

  /**
   * @param asOf the end of the year
   * @param currency ISO 4217 code of the costs, and of the orders that vouchers are for
   */
  PromotionDealings(Dispatch dispatch, Instant asOf, String currency) {
    this.dispatch = dispatch;
    this.api = dispatch.api();
    this.asOf = asOf;
    this.currency = currency;
  }

  /** Makes the promotions, approaches, and records what came of it. */
  void load(List<Story> stories) {
    List<Story> buyers =
        stories.stream().filter(story -> story.buyer().currency().equals(currency)).toList();
    List<Running> running = started();
    Map<Running, Map<UUID, Group>> members = new HashMap<>();
    running.forEach(promotion -> members.put(promotion, members(promotion)));
    List<Chain> responses = new ArrayList<>();
    for (Running promotion : running) {
      Map<UUID, Group> groups = members.getOrDefault(promotion, Map.of());
      contact(promotion, buyers.stream().filter(of(groups, Group.TARGET)).toList());
      for (Story story : buyers) {
        Group group = groups.get(story.customer());
        if (group != null) {
          Chain chain = PromotionResponses.of(promotion, story, group);
          if (!chain.calls().isEmpty()) {
            responses.add(chain);
          }
        }
      }
    }
    dispatch.send("promotion responses", responses);
    dispatch.send("promotions closed", closings(running));
  }

  private static java.util.function.Predicate<Story> of(Map<UUID, Group> groups, Group group) {
    return story -> groups.get(story.customer()) == group;
  }

  private List<Running> started() {
    UUID audience = audience();
    List<Running> started = new ArrayList<>();
    for (int month = 0; month < MONTHS; month++) {
      Instant startsAt = startOf(month);
      LocalDate day = LocalDate.ofInstant(startsAt, ZoneOffset.UTC);
      String name = "Synthetic %s, month %02d".formatted(day, month + 1);
      UUID id =
          dispatch.ensure(
              PROMOTIONS + "?pageSize=50",
              "/facts/name",
              name,
              SampleCall.post(ROLE, PROMOTIONS, name, promotion(month, name, startsAt, audience)));
      switch (state(id)) {
        case "DRAFT" -> {
          api.answer(SampleCall.post(ROLE, place(id) + "/starts", name, document()));
          started.add(new Running(id, month, startsAt, null));
        }
        case "STARTING", "RUNNING" -> started.add(new Running(id, month, startsAt, null));
        default -> {
          // Closed by an earlier run.
        }
      }
    }
    List<Running> running = new ArrayList<>();
    dispatch.each("promotions started", started, promotion -> awaitRunning(promotion.id()));
    for (Running promotion : started) {
      running.add(
          new Running(promotion.id(), promotion.month(), promotion.startsAt(), voucher(promotion)));
    }
    return running;
  }

  private UUID audience() {
    String name = "Synthetic: who ordered within the year";
    Map<String, Object> purchases =
        document("from", asOf.minus(Story.YEAR).toString(), "ordersMin", 1);
    return dispatch.ensure(
        "/v1/audiences?pageSize=200",
        "/name",
        name,
        SampleCall.post(
            ROLE,
            "/v1/audiences",
            name,
            document(
                "name",
                name,
                "criteria",
                document("sources", List.of("SYNTHETIC"), "purchases", purchases))));
  }

  private Instant startOf(int month) {
    return asOf.minus((long) DAYS_OF_A_MONTH * (MONTHS - month), ChronoUnit.DAYS)
        .truncatedTo(ChronoUnit.HOURS);
  }

  private Map<String, Object> promotion(int month, String name, Instant startsAt, UUID audience) {
    Draw draw = new Draw(name);
    return document(
        "name", name,
        "type", TYPES.get(month % TYPES.size()),
        "description", document("staff", List.of(), "gift", "Synthetic: tea caddy"),
        "media", List.of(draw.oneOf(MEDIA)),
        "startsAt", startsAt.toString(),
        // A promotion cannot be made after its end.
        "endsAt", asOf.truncatedTo(ChronoUnit.HOURS).plus(366, ChronoUnit.DAYS).toString(),
        "intent", document("purpose", "Synthetic: more second orders."),
        "cost",
            document(
                "fixed", money(200 + draw.below(800)),
                "perContact", document("amount", "0.05", "currency", currency),
                "perRedemption", document("amount", "0.10", "currency", currency),
                "budget", money(5_000)),
        "audienceId", audience,
        "controlShare", "20",
        "offers",
            List.of(
                document(
                    "key",
                    "synthetic",
                    "productIds",
                    List.of(),
                    "offeredTo",
                    "ALL",
                    "discount",
                    document("percent", "" + (5 + draw.below(3) * 5)))));
  }

  private Map<String, Object> money(int units) {
    return document("amount", units + ".00", "currency", currency);
  }

  private String state(UUID promotion) {
    return api.read(ROLE, place(promotion)).path("state").asText();
  }

  private void awaitRunning(UUID promotion) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!state(promotion).equals("RUNNING")) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("An audience was not frozen within " + PATIENCE + ".");
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while an audience is frozen.", e);
      }
    }
  }

  /** Every second promotion has one. */
  private @Nullable UUID voucher(Running promotion) {
    if (promotion.month() % 2 == 1) {
      return null;
    }
    // Codes are unique in the whole service.
    String code =
        "SYNTHETIC-" + promotion.id().toString().substring(24).toUpperCase(java.util.Locale.ROOT);
    String path = place(promotion.id()) + "/vouchers";
    return dispatch.ensure(
        path + "?pageSize=200",
        "/code",
        code,
        SampleCall.post(
            ROLE,
            path,
            code,
            document(
                "code", code, "offer", "synthetic", "totalLimit", 10_000, "customerLimit", 1)));
  }

  private Map<UUID, Group> members(Running promotion) {
    Map<UUID, Group> groups = new HashMap<>();
    String path = place(promotion.id()) + "/members?pageSize=200";
    for (JsonNode member : api.list("data-steward", path, Integer.MAX_VALUE)) {
      groups.put(
          UUID.fromString(member.path("customerId").asText()),
          Group.valueOf(member.path("group").asText()));
    }
    return groups;
  }

  private void contact(Running promotion, List<Story> targets) {
    String path = place(promotion.id()) + "/contacts/batches";
    for (int from = 0; from < targets.size(); from += MOST_CONTACTS) {
      List<Map<String, Object>> items =
          targets.subList(from, Math.min(from + MOST_CONTACTS, targets.size())).stream()
              .map(
                  story ->
                      document(
                          "customerId", story.customer(),
                          "channel", PromotionResponses.channel(promotion, story),
                          "contactedAt",
                              PromotionResponses.contactedAt(promotion, story).toString()))
              .toList();
      JsonNode answer =
          api.answer(SampleCall.post(ROLE, path, items.toString(), document("items", items)));
      for (JsonNode item : answer.path("items")) {
        String code = item.at("/problem/code").asText("");
        // At a run some days later they were contacted before; who unsubscribed since is left
        // alone.
        if (!code.isEmpty() && !code.equals("already-exists") && !code.equals("consent-missing")) {
          dispatch.refused(path, 200, code);
        }
      }
    }
  }

  private static List<Chain> closings(Collection<Running> running) {
    return running.stream()
        .filter(promotion -> promotion.month() < MONTHS - STILL_RUNNING)
        .map(
            promotion ->
                new Chain(
                    List.of(
                        SampleCall.post(
                            ROLE,
                            place(promotion.id()) + "/closings",
                            promotion.id().toString(),
                            document()))))
        .toList();
  }

  static String place(UUID promotion) {
    return PROMOTIONS + "/" + promotion;
  }
}
