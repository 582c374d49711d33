package org.kexin.audit;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.kexin.shared.Clock;
import org.kexin.shared.Ids;

/**
 * Writes access records as the service does, for {@code ./kexin bench audit}: {@code FillLog
 * RECORDS}, with the database in {@code KEXIN_DB_URL}, {@code KEXIN_DB_USER}, {@code
 * KEXIN_DB_PASSWORD}. Prints the id of a person with about a thousand records.
 */
public final class FillLog {

  private static final int BATCH = 100;
  private static final int RECORDS_OF_A_PERSON = 1_000;
  private static final long SEED = 20_261_122L;

  private FillLog() {}

  public static void main(String[] arguments) throws SQLException {
    long wanted = Long.parseLong(arguments[0]);
    long persons = Math.max(1, wanted / RECORDS_OF_A_PERSON);
    Clock clock = new Clock(java.time.Clock.systemUTC());
    Ids ids = new Ids(clock);
    Random random = new Random(SEED);
    try (AgroalDataSource source = AgroalDataSource.from(pool());
        AccessRecords.Writing writing = new AccessRecords(source, ids, clock).open()) {
      for (long written = 0; written < wanted; written += BATCH) {
        List<String> batch = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
          batch.add(AccessLine.of(SampleRead.of(ids.next(), clock.now(), new UUID(0x7000, random.nextLong(persons)))));
        }
        writing.insert(batch);
      }
    }
    System.out.println(new UUID(0x7000, 0));
  }

  private static AgroalDataSourceConfigurationSupplier pool() {
    return new AgroalDataSourceConfigurationSupplier()
        .connectionPoolConfiguration(
            pool ->
                pool.maxSize(1)
                    .acquisitionTimeout(Duration.ofSeconds(10))
                    .connectionFactoryConfiguration(
                        factory ->
                            factory
                                .jdbcUrl(
                                    System.getenv("KEXIN_DB_URL") + "&rewriteBatchedStatements=true")
                                .principal(new NamePrincipal(System.getenv("KEXIN_DB_USER")))
                                .credential(new SimplePassword(System.getenv("KEXIN_DB_PASSWORD")))));
  }
}
