package org.kexin;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service, or one of its command modes. */
@QuarkusMain
public final class Main {

  private Main() {}

  /** {@code serve} (default) or {@code migrate}, which brings the schema up to date and ends. */
  public static void main(String[] args) {
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
      default -> {
        System.err.println("kexin: unknown mode '" + mode + "'; use serve, migrate or sample.");
        System.exit(2);
      }
    }
  }
}
