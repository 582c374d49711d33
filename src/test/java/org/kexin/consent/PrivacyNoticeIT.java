package org.kexin.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.kexin.testing.Api.CUSTOMER;
import static org.kexin.testing.Api.PRIVACY_OFFICER;
import static org.kexin.testing.Api.SERVICE_AGENT;
import static org.kexin.testing.Consents.aNotice;
import static org.kexin.testing.Consents.published;
import static org.kexin.testing.People.the;
import static org.kexin.testing.People.with;
import static org.kexin.testing.People.without;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kexin.testing.Api;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;

/** Publishing and reading notices. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class PrivacyNoticeIT {

  private static final String NOTICES = "/v1/privacy/notices";
  private static final String NOTICE = NOTICES + "/{id}";

  @Test
  void aNoticeIsReadAsItWasPublishedWithTheHashOfItsText() throws NoSuchAlgorithmException {
    Map<String, Object> notice = aNotice();
    byte[] text = the("text", notice).toString().getBytes(StandardCharsets.UTF_8);
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));

    String id = published(notice);

    Api.as(CUSTOMER)
        .get(NOTICE, id)
        .then()
        .statusCode(200)
        .body("code", equalTo(the("code", notice)))
        .body("version", equalTo(1))
        .body("language", equalTo("zh-CN"))
        .body("text", equalTo(the("text", notice)))
        .body("textSha256", equalTo(hash))
        .body("url", nullValue());
  }

  @Test
  void aNoticeThatStandsElsewhereIsKnownByItsHash() {
    Map<String, Object> notice = without(aNotice(), "text");
    String hash = "0123456789abcdef".repeat(4);

    String id =
        published(with(with(notice, "url", "https://kexin.example/privacy/7"), "textSha256", hash));

    Api.as(SERVICE_AGENT)
        .get(NOTICE, id)
        .then()
        .body("textSha256", equalTo(hash))
        .body("url", equalTo("https://kexin.example/privacy/7"))
        .body("text", nullValue());
  }

  @Test
  void aVersionIsPublishedOnceInALanguage() {
    Map<String, Object> notice = aNotice();
    String first = published(notice);

    publish(with(notice, "text", "Another text."))
        .statusCode(409)
        .body("code", equalTo("already-exists"));
    String next = published(with(notice, "version", 2));
    String english = published(with(notice, "language", "en"));

    Api.as(SERVICE_AGENT)
        .queryParam("code", the("code", notice))
        .get(NOTICES)
        .then()
        .statusCode(200)
        .body("items.id", containsInAnyOrder(first, next, english))
        .body("items.findAll { it.text != null }", equalTo(List.of()));
    Api.as(SERVICE_AGENT)
        .queryParam("code", the("code", notice))
        .queryParam("language", "en")
        .get(NOTICES)
        .then()
        .body("items.id", contains(english));
  }

  @Test
  void noticesArePaged() {
    Map<String, Object> notice = aNotice();
    published(notice);
    published(with(notice, "version", 2));

    String token =
        Api.as(SERVICE_AGENT)
            .queryParam("code", the("code", notice))
            .queryParam("pageSize", 1)
            .get(NOTICES)
            .then()
            .body("items.version", contains(2))
            .extract()
            .path("nextPageToken");

    Api.as(SERVICE_AGENT)
        .queryParam("code", the("code", notice))
        .queryParam("pageSize", 1)
        .queryParam("pageToken", token)
        .get(NOTICES)
        .then()
        .body("items.version", contains(1))
        .body("nextPageToken", nullValue());
  }

  @Test
  void aNoticeWithoutTextOrAddressOrWithAnUnsafeAddressIsRefused() {
    publish(without(aNotice(), "text"))
        .statusCode(400)
        .body("errors.code", contains("text-or-hash"));
    publish(with(without(aNotice(), "text"), "textSha256", "0".repeat(64)))
        .statusCode(400)
        .body("errors.code", contains("url-needed"));
    publish(with(aNotice(), "url", "javascript:alert(1)"))
        .statusCode(400)
        .body("errors.pointer", contains("/url"));
    publish(with(aNotice(), "code", "Not Kebab"))
        .statusCode(400)
        .body("errors.pointer", hasItem("/code"));
    publish(with(aNotice(), "version", 0))
        .statusCode(400)
        .body("errors.pointer", contains("/version"));
  }

  @Test
  void onlyThePrivacyOfficerPublishes() {
    Map<String, Object> notice = aNotice();

    Api.writing(SERVICE_AGENT).body(notice).post(NOTICES).then().statusCode(403);

    assertThat(
            Api.as(SERVICE_AGENT)
                .queryParam("code", the("code", notice))
                .get(NOTICES)
                .jsonPath()
                .getList("items"))
        .isEmpty();
    Api.as(SERVICE_AGENT).get(NOTICE, People.anId().toString()).then().statusCode(404);
  }

  private static ValidatableResponse publish(Map<String, Object> notice) {
    return Api.writing(PRIVACY_OFFICER).body(notice).post(NOTICES).then();
  }
}
