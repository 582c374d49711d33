package org.kexin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kexin.testing.LocalParts;

/** The packaged service, started as in production with the settings of a laptop. */
class ProductionStartIT {

  @Test
  void itNamesWhatIsUnfitAndEndsBeforeItListens() throws IOException, InterruptedException {
    LocalParts.Root root = LocalParts.root();
    ProcessBuilder service =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar").toString())
            .redirectErrorStream(true);
    service
        .environment()
        .putAll(
            Map.of(
                "KEXIN_DB_URL",
                root.url(),
                "KEXIN_DB_USER",
                root.user(),
                "KEXIN_DB_PASSWORD",
                root.password(),
                "KEXIN_OIDC_URL",
                LocalParts.realmUrl().toString(),
                "KEXIN_ENCRYPTION_KEYS",
                "C".repeat(43) + "=",
                "KEXIN_LOOKUP_KEYS",
                "A".repeat(43) + "=",
                "KEXIN_AUDIT_SIGNING_KEY",
                "B".repeat(43) + "=",
                "KEXIN_QUOTAS_ENABLED",
                "false",
                "KEXIN_SWAGGER_UI",
                "true",
                "KEXIN_PORT",
                "0"));

    Process process = service.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(said)
        .contains("Not fit for production")
        .contains("kexin.db.user: ")
        .contains("kexin.encryption-keys: ")
        .contains("kexin.lookup-keys: ")
        .contains("kexin.audit.signing-key: ")
        .contains("kexin.quotas.enabled: ")
        .contains("kexin.swagger-ui: ")
        .doesNotContain("Listening on")
        .doesNotContain("A".repeat(43));
  }
}
