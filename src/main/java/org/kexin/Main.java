package org.kexin;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.kexin.audit.AuditCommand;
import org.kexin.privacy.ErasureReplay;
import org.kexin.sample.SampleDealings;
import org.kexin.sample.SamplePeople;

/** Starts the service, or one of its command modes. */
@QuarkusMain
public final class Main {

  Main() {} // made by Quarkus

  /**
   * {@code serve} (default); {@code migrate}, which brings the schema up to date and ends; {@code
   * audit}, which verifies the log of who looked; {@code privacy replay-erasures FILE}, which
   * repeats erasures on a restored database; {@code sample FILE}, which prints sample customers for
   * the Online Retail file as NDJSON; or {@code sample-dealings URL}, which adds a year of dealings
   * to them through the API of the service at that address.
   */
  public static void main(String[] args) throws IOException, SQLException {
    String mode = args.length == 0 ? "serve" : args[0];
    switch (mode) {
      case "serve" -> Quarkus.run();
      case "migrate" -> {
        // Only the schema: no port is opened and nothing is served by a migration job.
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.scheduler.enabled", "false");
        System.setProperty("kexin.migrate-at-start", "true");
        Quarkus.run(Migration.class);
      }
      case "privacy" -> {
        System.setProperty("quarkus.http.host-enabled", "false");
        System.setProperty("quarkus.scheduler.enabled", "false");
        Quarkus.run(
            ErasureReplay.class, List.of(args).subList(1, args.length).toArray(String[]::new));
      }
      case "audit" ->
          System.exit(
              new AuditCommand(System.getenv(), System.out)
                  .run(List.of(args).subList(1, args.length)));
      case "sample" -> SamplePeople.write(Path.of(args[1]), System.out);
      case "sample-dealings" ->
          System.exit(SampleDealings.load(URI.create(args[1]), System.getenv(), System.err));
      default -> {
        System.err.println(
            "kexin: unknown mode '"
                + mode
                + "'; use serve, migrate, audit, privacy, sample or sample-dealings.");
        System.exit(2);
      }
    }
  }
}
