package org.kexin;

import io.quarkus.runtime.QuarkusApplication;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/** Command mode {@code migrate}: Flyway has run during the start, so only the result is told. */
class Migration implements QuarkusApplication {

  private static final Logger LOG = Logger.getLogger(Migration.class);

  private final Flyway flyway;

  Migration(Flyway flyway) {
    this.flyway = flyway;
  }

  @Override
  public int run(String... args) {
    LOG.infof("The schema is at version %s.", flyway.info().current().getVersion());
    return 0;
  }
}
