import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One person; no value of it is anybody else's. */
record Person(
    int number, String name, String phone, String email, String document, String account) {

  /** As people write them: every other person's numbers have blanks. */
  Map<String, Object> body() {
    boolean spaced = number % 2 == 1;
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("kind", "INDIVIDUAL");
    body.put("name", name);
    body.put("individual", Map.of("gender", "FEMALE", "occupation", "nurse"));
    body.put(
        "phones",
        List.of(Map.of("number", spaced ? spaced(phone) : "+86" + phone, "label", "MOBILE")));
    body.put("emails", List.of(Map.of("address", email, "label", "HOME")));
    body.put("identityDocument", Map.of("type", "RESIDENT_ID", "number", document));
    body.put(
        "bankAccounts",
        List.of(Map.of("number", spaced ? inFours(account) : account, "bank", "Bank")));
    body.put("externalIds", List.of(Map.of("source", "canary", "value", "c" + number)));
    body.put("source", "SYNTHETIC");
    return body;
  }

  List<String> values() {
    String local = email.substring(0, email.indexOf('@'));
    // Without its check character, which is also written as a small x.
    String document17 = document.substring(0, 17);
    return List.of(
        phone,
        spaced(phone),
        spaced(phone).replace(' ', '-'),
        local,
        document17,
        document.substring(0, 6)
            + " "
            + document.substring(6, 14)
            + " "
            + document.substring(14, 17),
        account,
        inFours(account));
  }

  List<String> names() {
    String escaped = name.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
    return List.of(name, escaped, URLEncoder.encode(name, StandardCharsets.UTF_8));
  }

  static String spaced(String phone) {
    return phone.substring(0, 3) + " " + phone.substring(3, 7) + " " + phone.substring(7);
  }

  static String inFours(String account) {
    return account.replaceAll("(.{4})(?=.)", "$1 ");
  }
}
