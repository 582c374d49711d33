package org.kexin.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleRealmTest {

  private static final String SAMPLE_CUSTOMER = "01932c00-0000-7000-8000-000000000001";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "service-agent",
        "sales",
        "marketing",
        "analyst",
        "data-steward",
        "privacy-officer",
        "admin",
        "partner",
        "customer"
      })
  void everyRoleHasOneCallerWhoseTokenIsForKexin(String role) throws IOException {
    JsonNode claims = claims(Tokens.of(role));

    assertThat(texts(claims.at("/realm_access/roles"))).containsExactly(role);
    assertThat(claims.path("aud").asText()).isEqualTo("kexin-api");
    assertThat(claims.path("iss").asText()).isEqualTo(LocalParts.realmUrl().toString());
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(900);
    assertThat(header(Tokens.of(role)).path("alg").asText()).isEqualTo("RS256");
  }

  @Test
  void staffBelongToADepartmentAndTheCustomerIsOneOfOurs() throws IOException {
    assertThat(claims(Tokens.of("sales")).path("department").asText()).isEqualTo("sales");
    assertThat(claims(Tokens.of("service-agent")).path("department").asText())
        .isEqualTo("customer-service");
    assertThat(claims(Tokens.of("customer")).path("customer_id").asText())
        .isEqualTo(SAMPLE_CUSTOMER);
    assertThat(claims(Tokens.of("sales")).has("customer_id")).isFalse();
  }

  @Test
  void theTokensThatMustBeRefusedDifferFromAGoodOneInOneThingEach() throws IOException {
    JsonNode id = claims(Tokens.idTokenOf("sales"));
    assertThat(id.path("typ").asText()).isEqualTo("ID");
    assertThat(id.path("aud").asText()).isEqualTo("kexin-cli");

    JsonNode shortLived = claims(Tokens.shortLivedOf("sales"));
    assertThat(shortLived.path("exp").asLong() - shortLived.path("iat").asLong()).isEqualTo(2);
    assertThat(shortLived.path("aud").asText()).isEqualTo("kexin-api");

    JsonNode unaimed = claims(Tokens.forAnotherAudienceOf("sales"));
    assertThat(unaimed.has("aud")).isFalse();
    assertThat(texts(unaimed.at("/realm_access/roles"))).containsExactly("sales");

    JsonNode certified = claims(Tokens.namingCertificateOf("sales"));
    assertThat(certified.path("cnf").has("x5t#S256")).isTrue();
    assertThat(certified.path("typ").asText()).isEqualTo("Bearer");
    assertThat(certified.path("aud").asText()).isEqualTo("kexin-api");
    assertThat(texts(certified.at("/realm_access/roles"))).containsExactly("sales");

    JsonNode foreign = claims(Tokens.ofAnotherIssuer());
    assertThat(foreign.path("iss").asText()).endsWith("/realms/other");
    assertThat(foreign.path("aud").asText()).isEqualTo("kexin-api");
    assertThat(texts(foreign.at("/realm_access/roles"))).containsExactly("service-agent");
  }

  @Test
  void aClientThatIsSetSoGetsBoundTokensOnly() throws IOException {
    KeyHolder holder = new KeyHolder();

    holder
        .tokenAnswer("sales", null)
        .then()
        .statusCode(400)
        .body("error", equalTo("invalid_request"))
        .body("access_token", nullValue());

    JsonNode claims = claims(holder.token("sales"));
    assertThat(claims.at("/cnf/jkt").asText()).isEqualTo(holder.thumbprint());
    assertThat(claims.path("typ").asText()).isEqualTo("DPoP");
    assertThat(texts(claims.at("/realm_access/roles"))).containsExactly("sales");
    assertThat(claims.path("aud").asText()).isEqualTo("kexin-api");
  }

  private static JsonNode header(String token) throws IOException {
    return part(token, 0);
  }

  private static JsonNode claims(String token) throws IOException {
    return part(token, 1);
  }

  private static JsonNode part(String token, int index) throws IOException {
    String encoded = List.of(token.split("\\.", -1)).get(index);
    return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(encoded));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
