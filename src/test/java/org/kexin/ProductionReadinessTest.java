package org.kexin;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kexin.ProductionReadiness.Hazard;

/** What a production service does not start with. */
class ProductionReadinessTest {

  /** Random once; they open nothing. */
  private static final String ONE_KEY = "q5mYw0n7t1Xo2c3WcK7Q9p0JY4m8q2u6Zr1s5vB3xEk=";

  private static final String OTHER_KEY = "V7b2hQ1x9mKc4tYp6LwZ0sRd8fGj3nEu5oAi1vXkTqM=";

  private static final String THIRD_KEY = "0Hf7WmPj+Q6YjcO3brzLs6Z+qMGvCpfrK82JpJZoqts=";

  private static final String FOURTH_KEY = "Crrqsss87gVj26qoxz/+U+KZrGQYFTWQNn3z1ndFTAE=";

  private static final Map<String, String> FIT =
      Map.of(
          "kexin.db.url",
          "jdbc:mysql://address=(host=db.example.com)(port=3306)(sslMode=VERIFY_IDENTITY)/kexin",
          "kexin.db.user",
          "kexin",
          "kexin.oidc.url",
          "https://login.example.com/realms/kexin",
          "kexin.encryption-keys",
          THIRD_KEY + "," + FOURTH_KEY,
          "kexin.lookup-keys",
          ONE_KEY,
          "kexin.audit.signing-key",
          OTHER_KEY);

  @Test
  void whatTheProductionOverlaySaysIsFit() {
    assertThat(hazards(FIT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "kexin.quotas.enabled, false",
    "kexin.audit.witness-url, http://witness.example.com/checkpoints",
    "kexin.oidc.url, http://login.example.com/realms/kexin",
    "kexin.oidc.url, http://127.0.0.1.example.com/realms/kexin",
    "kexin.oidc.url, 'not an address'",
    "kexin.oidc.url, ''",
    "quarkus.oidc.tls.verification, none",
    "quarkus.tls.trust-all, true",
    "quarkus.oidc.credentials.secret, partner-sample-secret",
    "kexin.db.url, jdbc:mysql://db.example.com:3306/kexin",
    "kexin.db.url, jdbc:mysql://db.example.com/kexin?sslMode=REQUIRED",
    "kexin.db.url, jdbc:mysql://db.example.com/kexin?sslMode=DISABLED",
    "kexin.db.url, 'jdbc:mysql://127.0.0.1:3306,db.example.com:3306/kexin'",
    "kexin.analysis-db.url, jdbc:mysql://replica.example.com/kexin?sslMode=PREFERRED",
    "kexin.db.user, root",
    "kexin.lookup-keys, AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
    "kexin.lookup-keys, c2hvcnQ=",
    "kexin.lookup-keys, none",
    "kexin.encryption-keys, none",
    "kexin.encryption-keys, 'eFFdQSa1k8HZNhPgu2NepDdhtHfXkUzjH/mPCJ7/FTw=,none'",
    "kexin.audit.signing-key, MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
    "kexin.audit.signing-key, " + ONE_KEY,
    "kexin.swagger-ui, true",
    "quarkus.log.level, debug",
    "quarkus.hibernate-orm.log.bind-parameters, true"
  })
  void isRefusedByName(String property, String value) {
    assertThat(hazards(with(property, value)))
        .extracting(Hazard::property)
        .containsExactly(property);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "/.*/", "", "http://app.example.com", "https://a.example.com,*"})
  void originsAreNamedInFull(String origins) {
    Map<String, String> settings = with("quarkus.http.cors.enabled", "true");
    settings.put("quarkus.http.cors.origins", origins);
    assertThat(hazards(settings))
        .extracting(Hazard::property)
        .containsExactly("quarkus.http.cors.origins");

    settings.put("quarkus.http.cors.origins", "https://a.example.com,https://b.example.com:8443");
    assertThat(hazards(settings)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://127.0.0.1:3306/kexin?sslMode=DISABLED",
        "jdbc:mysql://localhost/kexin",
        "jdbc:mysql://[::1]:3306/kexin",
        "jdbc:mysql://address=(host=localhost)(port=3306)/kexin",
        "jdbc:mysql://db.example.com/kexin?sslMode=VERIFY_CA"
      })
  void aDatabaseOnThisMachineOrWithACheckedCertificateIsFit(String url) {
    assertThat(hazards(with("kexin.db.url", url))).isEmpty();
  }

  @Test
  void anIdentityProviderBesideTheServiceMayBePlain() {
    assertThat(hazards(with("kexin.oidc.url", "http://127.0.0.1:8180/realms/kexin"))).isEmpty();
  }

  @Test
  void aMigrationNeedsNoKeysButACheckedDatabase() {
    Map<String, String> settings = with("quarkus.http.host-enabled", "false");
    settings.put("kexin.encryption-keys", "none");
    settings.put("kexin.lookup-keys", "none");
    settings.put("kexin.audit.signing-key", "none");
    settings.remove("kexin.oidc.url");
    assertThat(hazards(settings)).isEmpty();

    settings.put("kexin.db.url", "jdbc:mysql://db.example.com/kexin");
    assertThat(hazards(settings)).extracting(Hazard::property).containsExactly("kexin.db.url");
  }

  @Test
  void allIsToldAtOnceAndNoValueIs() {
    Map<String, String> settings = with("kexin.lookup-keys", "c2hvcnQ=");
    settings.put("kexin.swagger-ui", "true");
    List<Hazard> hazards = hazards(settings);
    assertThat(hazards)
        .extracting(Hazard::property)
        .containsExactly("kexin.lookup-keys", "kexin.swagger-ui");
    assertThat(hazards.toString()).doesNotContain("c2hvcnQ=");
  }

  private static Map<String, String> with(String property, String value) {
    Map<String, String> settings = new LinkedHashMap<>(FIT);
    settings.put(property, value);
    return settings;
  }

  private static List<Hazard> hazards(Map<String, String> settings) {
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(settings, "test", 100))
            .build();
    return ProductionReadiness.hazards(config);
  }
}
