package org.kexin.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Sales;
import org.kexin.shared.Columns;

/**
 * 340 prospects of the first half of 2019, half of them referred, half from the website. Of the
 * referred four fifths bought something in November 2019, of the others one fifth: 170 in all.
 */
public final class Prospects {

  /** The day on which 170 of them are still prospects. */
  public static final LocalDate TO = LocalDate.of(2019, 12, 31);

  public static final int SIZE = 340;
  public static final int BUYERS = 170;

  private static final int BATCH = 20;
  private static final int DAYS = 180;
  private static final String CURRENCY = "NIO";
  private static @Nullable List<String> ids;

  private Prospects() {}

  /**
   * Their ids: even places were referred, and in every ten of a kind the first eight or two bought.
   */
  public static synchronized List<String> ids() {
    List<String> known = ids;
    if (known == null) {
      known = made();
      ids = known;
    }
    return known;
  }

  public static boolean wasReferred(int place) {
    return place % 2 == 0;
  }

  public static boolean bought(int place) {
    return place / 2 % 10 < (wasReferred(place) ? 8 : 2);
  }

  /** Has a customer be known since that day. */
  public static void knownSince(String customer, LocalDate day) {
    try (Connection connection = Database.connection();
        PreparedStatement update =
            connection.prepareStatement("update customer set created_at = ? where id = ?")) {
      update.setObject(1, day.atTime(9, 0));
      update.setBytes(2, Columns.bytes(UUID.fromString(customer)));
      update.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static List<String> made() {
    String product = Sales.product();
    List<String> made = new ArrayList<>();
    try {
      for (int from = 0; from < SIZE; from += BATCH) {
        List<Callable<String>> batch = new ArrayList<>();
        for (int place = from; place < from + BATCH; place++) {
          int one = place;
          batch.add(() -> made(one, product));
        }
        made.addAll(Together.run(batch));
      }
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
    return made;
  }

  private static String made(int place, String product) {
    String customer =
        People.created(
            Map.of(
                "kind",
                "INDIVIDUAL",
                "name",
                People.aChineseName(),
                "source",
                wasReferred(place) ? "REFERRAL" : "WEBSITE"));
    knownSince(customer, LocalDate.of(2019, 1, 1).plusDays(place % DAYS));
    if (bought(place)) {
      Sales.order(customer, product, CURRENCY, LocalDate.of(2019, 11, 1 + place % 28), 1);
    }
    return customer;
  }
}
