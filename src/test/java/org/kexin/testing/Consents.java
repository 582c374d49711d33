package org.kexin.testing;

import static org.kexin.testing.Api.PRIVACY_OFFICER;
import static org.kexin.testing.Api.SERVICE_AGENT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Consents to test with. */
public final class Consents {

  private static final AtomicReference<@Nullable String> NOTICE = new AtomicReference<>();

  private Consents() {}

  /** The body of a notice that nobody else publishes. */
  public static Map<String, Object> aNotice() {
    Map<String, Object> notice = new LinkedHashMap<>();
    notice.put("code", "test-" + People.digits(12));
    notice.put("version", 1);
    notice.put("language", "zh-CN");
    notice.put("text", "我们希望向您介绍新产品。");
    return notice;
  }

  /** Has the service publish this notice and gives its id. */
  public static String published(Map<String, Object> notice) {
    return Api.writing(PRIVACY_OFFICER)
        .body(notice)
        .post("/v1/privacy/notices")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** The id of a published notice, the same in all tests. */
  public static String noticeId() {
    String known = NOTICE.get();
    if (known == null) {
      known = published(aNotice());
      NOTICE.set(known);
    }
    return known;
  }

  /** A consent to a use, proven by a signed form. */
  public static Map<String, Object> given(String use) {
    Map<String, Object> decision = new LinkedHashMap<>();
    decision.put("use", use);
    decision.put("verdict", "GIVEN");
    decision.put("noticeId", noticeId());
    decision.put("evidence", Map.of("kind", "SIGNED_FORM", "reference", "forms/" + use));
    decision.put("collectedThrough", "SHOP");
    return decision;
  }

  /** A withdrawal, as little as that takes. */
  public static Map<String, Object> withdrawn(String use) {
    Map<String, Object> decision = new LinkedHashMap<>();
    decision.put("use", use);
    decision.put("verdict", "WITHDRAWN");
    decision.put("collectedThrough", "CALL_CENTRE");
    return decision;
  }

  /** The body of a recording. */
  public static Map<String, Object> decisions(Object... decisions) {
    return Map.of("decisions", List.of(decisions));
  }

  /** Has the service record decisions of a customer. */
  public static void record(String customer, Object... decisions) {
    Api.writing(SERVICE_AGENT)
        .body(decisions(decisions))
        .post("/v1/customers/{id}/consents", customer)
        .then()
        .statusCode(200);
  }
}
