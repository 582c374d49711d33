import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Sends persons whose numbers, addresses and names exist nowhere else through every operation of
 * the contract, in the right places and in wrong ones, and writes down what to search for
 * afterwards: {@code Canaries CONTRACT URL ISSUER ROOT-URL ROOT-USER ROOT-PASSWORD PERSONS FOLDER}.
 *
 * <p>Into the folder go {@code values.txt} (phones, e-mails, documents and accounts in the forms in
 * which they may be written), {@code names.txt}, {@code planted-values.txt} and {@code
 * planted-names.txt} (of persons that were put in clear into a table on purpose), and {@code
 * refusals.log} (every answer that was an error), {@code restored.log} (what could be seen of
 * persons who were erased, when a backup from before had come back without their keys). Ends with 1 if an answer was not what the
 * contract says, or if an operation never succeeded.
 *
 * <p>Left out are places where the contract asks for something of the caller's own making and
 * stores it as it is: external ids, numbers of transactions, references of evidence, names of
 * imports, X-Request-Id. Whoever puts a phone number there has published it.
 */
final class Canaries {

  private static final String OWN_CUSTOMER = "01932c00-0000-7000-8000-000000000001";

  /** What reads must be asked with. */
  private static final Map<String, String> QUESTIONS =
      Map.of("reportDepartments", "from=2026-01-01&to=2026-01-31");

  private static final int PLANTED = 5;

  private final Service service;
  private final String[] root;
  private final Patterns patterns;
  private final List<Person> persons;
  private final List<Person> changed;
  private final Rights rights;

  private Canaries(String[] arguments) throws IOException {
    root = Arrays.copyOfRange(arguments, 3, 6);
    int count = Integer.parseInt(arguments[6]);
    Path folder = Path.of(arguments[7]);
    People people = new People();
    persons = people.next(count);
    changed = people.next(count / 4);
    patterns = new Patterns(folder, people.next(PLANTED));
    service =
        new Service(
            Path.of(arguments[0]), arguments[1], arguments[2], folder.resolve("refusals.log"));
    rights = new Rights(service, folder, root);
  }

  public static void main(String[] arguments) throws Exception {
    new Canaries(arguments).run();
  }

  private void run() throws Exception {
    List<Person> sent = new ArrayList<>(persons);
    sent.addAll(changed);
    patterns.write(sent);
    Known known = new Known();
    writeNoticesAndProducts(known);
    WaysIn in = new WaysIn(service, persons, changed.getFirst());
    List<String> ids = in.bringIn(known.ids);
    look(in, ids);
    new Justified(service).look(ids);
    new Promotions(service, known.ids.get("notices")).run(ids);
    change(ids);
    trade(known, ids);
    new Dealings(service).with(ids);
    analyse(ids);
    // After the analyses: few who buy on a day of their own would end the time they may be about.
    new Cared(service).happens(known.ids.get("notices"), ids);
    me(known);
    new Complaints(service).happen(persons, ids);
    new Members(service).serve(ids, persons);
    new Surveys(service, known.ids.get("notices")).ask(ids, persons, OWN_CUSTOMER);
    new Profiles(service).look(ids);
    new Finances(service).keep(persons);
    follow(in, known);
    WrongPlaces wrong = new WrongPlaces(service, persons);
    wrong.misplace(ids);
    wrong.withBrokenDatabase(changed, ids, root);
    rights.serve(ids);
    List<String> live = delete(ids);
    askForTheRest(known, ids);
    patterns.plant(root);
    rights.eraseAndRestore(live, persons);
    report();
  }

  // ---- the way through the operations

  /** Ids by the first part of the path behind the version: customers, imports, … */
  private static final class Known {
    private final Map<String, String> ids = new TreeMap<>();
  }

  private void writeNoticesAndProducts(Known known) {
    Map<String, Object> notice =
        Map.of("code", "canary", "version", 1, "language", "zh-CN", "text", "我们希望向您介绍新产品。");
    known.ids.put(
        "notices",
        service.call("publishPrivacyNotice", "privacy-officer").send(notice).is(201).id());
    Service.Answer product =
        service
            .call("createProduct", "data-steward")
            .send(Map.of("code", "CANARY-1", "name", "Lantern"))
            .is(201);
    known.ids.put("products", product.id());
    service
        .call("patchProduct", "data-steward")
        .at(product.id())
        .with("If-Match", product.etag())
        .send(Map.of("name", "Lamp"))
        .is(200);
  }

  private void look(WaysIn in, List<String> ids) {
    String[] roles = {"service-agent", "sales", "marketing", "data-steward", "privacy-officer"};
    Together.parallel(
        ids.size(),
        i -> {
          Person person = persons.get(i);
          in.search("name", person.name());
          if (i % 5 != 4) {
            in.search("documentNumber", person.document());
          }
          Service.Answer read =
              service.call("getCustomer", roles[i % roles.length]).at(ids.get(i)).send().is(200);
          service
              .call("getCustomer", roles[i % roles.length])
              .at(ids.get(i))
              .with("If-None-Match", read.etag())
              .send()
              .is(304);
          service.call("getCustomer", "analyst").at(ids.get(i)).send().is(403);
        });
    for (String role : roles) {
      String page = "pageSize=200";
      JsonNode answer = service.call("listCustomers", role).asking(page).send().is(200).json();
      while (answer.has("nextPageToken")) {
        String next = page + "&pageToken=" + answer.get("nextPageToken").asText();
        answer = service.call("listCustomers", role).asking(next).send().is(200).json();
      }
    }
  }

  private void change(List<String> ids) {
    Together.parallel(
        changed.size(),
        i -> {
          String id = ids.get(i);
          String etag = service.call("getCustomer", "service-agent").at(id).send().is(200).etag();
          Map<String, Object> patch = changed.get(i).body();
          patch.keySet().retainAll(Set.of("phones", "emails", "identityDocument", "bankAccounts"));
          service
              .call("patchCustomer", "service-agent")
              .at(id)
              .with("If-Match", etag)
              .send(patch)
              .is(200);
          service
              .call("patchCustomer", "service-agent")
              .at(id)
              .with("If-Match", etag)
              .send(patch)
              .is(412);
          service
              .call("patchCustomer", "service-agent")
              .at(id)
              .without("If-Match")
              .send(patch)
              .is(428);
        });
  }

  private void trade(Known known, List<String> ids) {
    String notice = known.ids.get("notices");
    Map<String, Object> given =
        Map.of(
            "use",
            "PROFILING",
            "verdict",
            "GIVEN",
            "noticeId",
            notice,
            "collectedThrough",
            "SHOP",
            "evidence",
            Map.of("kind", "SIGNED_FORM", "reference", "forms/1"));
    Together.parallel(
        ids.size(),
        i -> {
          String id = ids.get(i);
          if (i % 4 == 0) {
            service
                .call("recordConsents", "sales")
                .at(id)
                .send(Map.of("decisions", List.of(given)))
                .is(200);
            service.call("getConsents", "sales").at(id).send().is(200);
            service.call("listConsentHistory", "privacy-officer").at(id).send().is(200);
          }
          if (i % 2 == 0) {
            service.call("createTransaction", "sales").send(order(i, id)).is(201);
          }
        });
    Service.Answer batch =
        service
            .call("createTransactions", "partner")
            .send(Map.of("allOrNone", false, "items", List.of(order(ids.size(), ids.getFirst()))));
    batch.is(200);
    JsonNode bought =
        service
            .call("listTransactions", "sales")
            .asking("customerId=" + ids.getFirst())
            .send()
            .is(200)
            .json();
    known.ids.put("transactions", bought.get("items").get(0).get("id").asText());
  }

  private static Map<String, Object> order(int number, String customer) {
    return Map.of(
        "kind",
        "ORDER",
        "source",
        "canary",
        "number",
        "T" + number,
        "customerId",
        customer,
        "channel",
        "ONLINE",
        "currency",
        "CNY",
        "occurredAt",
        "2026-03-01T08:26:00Z",
        "lines",
        List.of(
            Map.of("productCode", "CANARY-1", "quantity", 1 + number % 9, "unitPrice", "2.55")));
  }

  private void analyse(List<String> ids) {
    service.call("getStatistics", "analyst").send().is(200);
    service.call("getStatistics", "sales").asking("topCustomers=10").send().is(200);
    service.call("getRfm", "analyst").asking("referenceDate=2026-03-02").send().is(200);
    service.call("listRfmScores", "sales").asking("referenceDate=2026-03-02").send().is(200);
    new Analyses(service).value();
    new Groups(service).analyse();
    new Groups(service).appeal(ids.getFirst(), persons.getFirst());
    new Analyses(service).trends();
    new Projects(service).analyse(ids);
    new Analyses(service).opinions();
    new Analyses(service).buying(ids.getFirst());
    new Analyses(service).others(ids.getFirst());
  }

  /** The caller with the role customer of the sample realm is this customer. */
  private void me(Known known) {
    Person person = persons.getFirst();
    Map<String, Object> body = person.body();
    body.put("id", OWN_CUSTOMER);
    body.remove("externalIds");
    service
        .call("createCustomer", "service-agent")
        .with("Allow-Duplicate", "true")
        .send(body)
        .is(201);
    service.call("getMe", "customer").send().is(200);
    Map<String, Object> given =
        Map.of("use", "PROFILING", "verdict", "GIVEN", "noticeId", known.ids.get("notices"));
    service.call("recordMyConsents", "customer").send(Map.of("decisions", List.of(given))).is(200);
    service.call("getMyConsents", "customer").send().is(200);
    new Groups(service).appealOfMine(person);
  }

  /** An import that is cancelled on its way; one that was over before is tried again. */
  private void follow(WaysIn in, Known known) {
    Person person = persons.get(3);
    StringBuilder file = new StringBuilder();
    for (int line = 0; line < 20_000; line++) {
      file.append("{\"%s\":\"%s\"}\n".formatted(person.email(), person.phone()));
    }
    Service.Answer cancelled;
    int tries = 0;
    do {
      String id =
          in.upload("application/x-ndjson", file.toString(), UUID.randomUUID().toString())
              .is(202)
              .id();
      cancelled = service.call("cancelImport", "data-steward").at(id).send(null).isOneOf(200, 409);
    } while (cancelled.status() != 200 && ++tries < 5);
    cancelled.is(200);
    Service.Answer accesses =
        service
            .call("listAccesses", "privacy-officer")
            .at(known.ids.get("customers"))
            .send()
            .is(200);
    known.ids.put("users", accesses.json().get("items").get(0).get("userId").asText());
  }

  /** Deletes every tenth and gives the others. */
  private List<String> delete(List<String> ids) {
    Together.parallel(
        ids.size() / 10,
        i -> {
          String id = ids.get(ids.size() - 1 - i);
          String etag = service.call("getCustomer", "data-steward").at(id).send().is(200).etag();
          service
              .call("deleteCustomer", "data-steward")
              .at(id)
              .with("If-Match", etag)
              .send()
              .is(204);
          service.call("getCustomer", "data-steward").at(id).send().is(404);
        });
    return ids.subList(0, ids.size() - ids.size() / 10);
  }

  /**
   * Reads that are not named above get ids of what there is, so that new ones need no line here.
   */
  private void askForTheRest(Known known, List<String> ids) {
    for (Service.Operation operation : service.operations()) {
      if (operation.method().equals("GET") && !service.succeeded(operation.id())) {
        List<String> candidates = new ArrayList<>(known.ids.values());
        candidates.add(ids.get(1));
        for (String candidate : candidates) {
          if (service.succeeded(operation.id())) {
            break;
          }
          service
              .call(operation.id(), operation.roles().getFirst())
              .to(candidate)
              .asking(QUESTIONS.getOrDefault(operation.id(), ""))
              .send();
        }
      }
    }
  }

  private void report() {
    List<String> missing =
        service.operations().stream()
            .map(Service.Operation::id)
            .filter(it -> !service.succeeded(it))
            .toList();
    System.out.printf(
        "%d persons, %d operations, answers by status: %s%n",
        persons.size(), service.operations().size(), service.answers());
    if (!missing.isEmpty()) {
      System.out.println(
          "Never called with success; give them a place in bench/canaries: " + missing);
      System.exit(1);
    }
  }
}
