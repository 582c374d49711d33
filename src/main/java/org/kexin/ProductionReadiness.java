package org.kexin;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Refuses to serve with settings that are meant for a laptop. All that is wrong is told at once,
 * each with the property and what to do, before the port is opened.
 *
 * <p>Every profile counts as production but {@code local}, which {@code ./kexin} sets, {@code test}
 * and {@code dev}: whoever forgets to say is on the safe side.
 */
@ApplicationScoped
class ProductionReadiness {

  private static final Set<String> NOT_PRODUCTION = Set.of("local", "test", "dev");
  private static final Set<String> VERIFYING = Set.of("VERIFY_IDENTITY", "VERIFY_CA");
  private static final Set<String> TELLTALE_LEVELS =
      Set.of("DEBUG", "TRACE", "ALL", "FINE", "FINER");
  private static final List<String> KEYS =
      List.of("kexin.encryption-keys", "kexin.lookup-keys", "kexin.audit.signing-key");
  private static final List<String> DATABASES = List.of("kexin.db.url", "kexin.analysis-db.url");

  private static final Pattern NAMED_HOST = Pattern.compile("host=([^),]+)");
  private static final Pattern SSL_MODE =
      Pattern.compile("sslMode=([A-Za-z_]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?", Pattern.CASE_INSENSITIVE);

  private static final int KEY_BYTES = 32;

  /** Of 32 random bytes some 30 differ; fewer than 16 do once in 10^15 keys. */
  private static final int DISTINCT_BYTES = 16;

  /**
   * A setting that must not reach production.
   *
   * @param remedy what is wrong and what to do, never with the value
   */
  record Hazard(String property, String remedy) {}

  /** Early, so that nothing else has begun to work. */
  void refuse(@Observes @Priority(1) StartupEvent start) {
    if (ConfigUtils.getProfiles().stream().anyMatch(NOT_PRODUCTION::contains)) {
      return;
    }
    List<Hazard> hazards = hazards(ConfigProvider.getConfig());
    if (!hazards.isEmpty()) {
      throw new IllegalStateException(
          hazards.stream()
              .map(hazard -> "  " + hazard.property() + ": " + hazard.remedy())
              .collect(
                  Collectors.joining(
                      System.lineSeparator(),
                      "Not fit for production, so not started:" + System.lineSeparator(),
                      "")));
    }
  }

  /** Everything that is wrong with these settings, in a fixed order. */
  static List<Hazard> hazards(Config config) {
    List<Hazard> hazards = new ArrayList<>();
    DATABASES.forEach(property -> database(config, property, hazards));
    if (text(config, "kexin.db.user").equals("root")) {
      hazards.add(
          new Hazard(
              "kexin.db.user",
              "root may rewrite the log of who looked; use a user with the rights that the"
                  + " migration gives."));
    }
    // A migration serves nobody: it has no keys and asks no identity provider.
    if (isNot(config, "quarkus.http.host-enabled", "false")) {
      keys(config, hazards);
      addresses(config, hazards);
      border(config, hazards);
    }
    return hazards;
  }

  private static void database(Config config, String property, List<Hazard> hazards) {
    String url = text(config, property);
    if (url.isEmpty() || hosts(url).stream().allMatch(host -> LOOPBACK.matcher(host).matches())) {
      return;
    }
    List<String> modes =
        SSL_MODE
            .matcher(url)
            .results()
            .map(mode -> mode.group(1).toUpperCase(Locale.ROOT))
            .toList();
    if (modes.isEmpty() || !VERIFYING.containsAll(modes)) {
      hazards.add(
          new Hazard(
              property,
              "the database is on another host and its certificate is not checked; add"
                  + " sslMode=VERIFY_IDENTITY."));
    }
  }

  /** The hosts of a Connector/J address in any of its forms; a form not known is not loopback. */
  static List<String> hosts(String url) {
    Matcher named = NAMED_HOST.matcher(url);
    List<String> hosts = named.results().map(host -> host.group(1).strip()).toList();
    if (!hosts.isEmpty()) {
      return hosts;
    }
    String authority = url.replaceFirst("^[^/]*//", "").replaceFirst("[/?].*$", "");
    return Arrays.stream(authority.split(",", -1))
        .map(host -> host.replaceFirst(".*@", "").replaceFirst(":\\d+$", ""))
        .toList();
  }

  private static void keys(Config config, List<Hazard> hazards) {
    List<String> seen = new ArrayList<>();
    for (String property : KEYS) {
      for (String key : text(config, property).split(",", -1)) {
        if (isGuessable(key)) {
          hazards.add(
              new Hazard(
                  property,
                  "this is no key of 32 random bytes in Base64; make one by openssl rand -base64"
                      + " 32."));
        } else if (seen.contains(key)) {
          hazards.add(
              new Hazard(property, "the same key stands twice; each purpose must have its own."));
        }
        seen.add(key);
      }
    }
  }

  private static boolean isGuessable(String base64) {
    try {
      byte[] key = Base64.getDecoder().decode(base64);
      boolean[] seen = new boolean[1 << Byte.SIZE];
      int distinct = 0;
      for (byte next : key) {
        distinct += seen[next & 0xff] ? 0 : 1;
        seen[next & 0xff] = true;
      }
      return key.length < KEY_BYTES || distinct < DISTINCT_BYTES;
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private static void addresses(Config config, List<Hazard> hazards) {
    String url = text(config, "kexin.oidc.url");
    if (!isHttpsOrLoopback(url)) {
      hazards.add(
          new Hazard(
              "kexin.oidc.url",
              "the keys that tokens are checked with would come over plain HTTP; use https."));
    }
    String witness = text(config, "kexin.audit.witness-url");
    if (!witness.isEmpty() && !isHttpsOrLoopback(witness)) {
      hazards.add(
          new Hazard(
              "kexin.audit.witness-url", "anybody on the way could be told instead; use https."));
    }
    if (is(config, "quarkus.oidc.tls.verification", "none")) {
      hazards.add(
          new Hazard("quarkus.oidc.tls.verification", "anybody could pose as it; leave it out."));
    }
    if (is(config, "quarkus.tls.trust-all", "true")) {
      hazards.add(
          new Hazard("quarkus.tls.trust-all", "certificates mean nothing then; leave it out."));
    }
    Optional.of(text(config, "quarkus.oidc.credentials.secret"))
        .filter(secret -> secret.endsWith("sample-secret"))
        .ifPresent(
            secret ->
                hazards.add(
                    new Hazard(
                        "quarkus.oidc.credentials.secret",
                        "this secret of the sample realm is public; make your own.")));
  }

  private static boolean isHttpsOrLoopback(String url) {
    try {
      URI uri = URI.create(url);
      return "https".equalsIgnoreCase(uri.getScheme())
          || (uri.getHost() != null && LOOPBACK.matcher(uri.getHost()).matches());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void border(Config config, List<Hazard> hazards) {
    if (is(config, "kexin.quotas.enabled", "false")) {
      hazards.add(
          new Hazard(
              "kexin.quotas.enabled",
              "one stolen token could copy every customer; leave it on and raise the quotas."));
    }
    if (is(config, "kexin.swagger-ui", "true")) {
      hazards.add(new Hazard("kexin.swagger-ui", "it is for trying things out; leave it out."));
    }
    if (is(config, "quarkus.http.cors.enabled", "true")
        && !text(config, "quarkus.http.cors.origins").matches("(https://[\\w.:-]+,?)+")) {
      hazards.add(
          new Hazard(
              "quarkus.http.cors.origins",
              "name each origin in full, as https://app.example.com."));
    }
    if (TELLTALE_LEVELS.contains(text(config, "quarkus.log.level").toUpperCase(Locale.ROOT))) {
      hazards.add(new Hazard("quarkus.log.level", "libraries log values at this level; use INFO."));
    }
    if (is(config, "quarkus.hibernate-orm.log.bind-parameters", "true")) {
      hazards.add(
          new Hazard(
              "quarkus.hibernate-orm.log.bind-parameters",
              "personal data would stand in the log; leave it out."));
    }
  }

  private static boolean is(Config config, String property, String value) {
    return text(config, property).equalsIgnoreCase(value);
  }

  private static boolean isNot(Config config, String property, String value) {
    return !is(config, property, value);
  }

  private static String text(Config config, String property) {
    return config.getOptionalValue(property, String.class).orElse("").strip();
  }
}
