package org.kexin.sample;

import static org.kexin.sample.SampleCall.document;

import java.util.List;
import java.util.Map;

/**
 * Rules of care. They come last, because the service looks for occasions as soon as there is a rule
 * and not again on that day; the tasks follow within its next minute.
 */
final class CareDealings {

  private static final String ROLE = "marketing";
  private static final String RULES = "/v1/care-rules";

  private final Dispatch dispatch;

  CareDealings(Dispatch dispatch) {
    this.dispatch = dispatch;
  }

  /** Makes the rules that are not there. */
  void load() {
    dispatch.each("rules of care", rules(), this::ensure);
  }

  private void ensure(Map<String, Object> rule) {
    String name = String.valueOf(rule.get("name"));
    dispatch.ensure(
        RULES + "?pageSize=200", "/name", name, SampleCall.post(ROLE, RULES, name, rule));
  }

  private static List<Map<String, Object>> rules() {
    return List.of(
        early(rule("Synthetic: birthday 生日", "BIRTHDAY", "PHONE", "Say many happy returns."), 2),
        early(
            rule(
                "Synthetic: year of the first order 首购周年",
                "FIRST_PURCHASE_ANNIVERSARY",
                "EMAIL",
                "Thank them for the years."),
            7),
        counted(
            rule(
                "Synthetic: a week after an order 购后一周",
                "DAYS_AFTER_PURCHASE",
                "PHONE",
                "Ask whether everything came whole."),
            7),
        counted(
            rule(
                "Synthetic: a month after an order 购后一月",
                "DAYS_AFTER_PURCHASE",
                "SMS",
                "Ask whether it still serves."),
            30),
        counted(
            rule(
                "Synthetic: three months of silence 三个月未购",
                "SILENCE",
                "PHONE",
                "Ask what is missing."),
            90));
  }

  private static Map<String, Object> rule(
      String name, String kind, String channel, String instructions) {
    return document(
        "name", name,
        "kind", kind,
        "channel", channel,
        "zone", "Asia/Shanghai",
        "instructions", instructions);
  }

  private static Map<String, Object> early(Map<String, Object> rule, int days) {
    rule.put("leadDays", days);
    return rule;
  }

  private static Map<String, Object> counted(Map<String, Object> rule, int days) {
    rule.put("days", days);
    return rule;
  }
}
