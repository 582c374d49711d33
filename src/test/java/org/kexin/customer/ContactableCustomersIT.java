package org.kexin.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kexin.testing.People.aPerson;
import static org.kexin.testing.People.created;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kexin.access.ConsentedUse;
import org.kexin.consent.ConsentChannel;
import org.kexin.testing.Consents;
import org.kexin.testing.Database;
import org.kexin.testing.LocalParts;
import org.kexin.testing.People;
import org.kexin.testing.PrivacyCalls;

/** An approach and the end of what it rests on come one after the other, never past each other. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ContactableCustomersIT {

  private static final Set<ConsentedUse> PROFILED = Set.of(ConsentedUse.PROFILING);

  @Inject ContactableCustomers contactable;

  /** What ends the permission to approach a customer picked by what they did. */
  enum End {
    WITHDRAWAL,
    OBJECTION,
    RESTRICTION,
    DELETION;

    /** What is done last, so that nothing but the end itself has to wait. */
    Runnable of(String customer) {
      return switch (this) {
        case WITHDRAWAL -> () -> Consents.record(customer, Consents.withdrawn("MARKETING"));
        case OBJECTION -> answering(PrivacyCalls.identified(customer, "OBJECTION_PROFILING"));
        case RESTRICTION -> answering(PrivacyCalls.identified(customer, "RESTRICTION"));
        case DELETION -> () -> People.delete(customer);
      };
    }

    private static Runnable answering(String request) {
      return () -> PrivacyCalls.answer(request).statusCode(200);
    }
  }

  @ParameterizedTest
  @EnumSource(End.class)
  void anEndWaitsForTheApproachThatBeganBefore(End end)
      throws ExecutionException, InterruptedException {
    String customer = agreeing();
    Runnable ending = end.of(customer);

    CompletableFuture<Void> ended =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  assertThat(asked(customer)).isTrue();
                  CompletableFuture<Void> begun = CompletableFuture.runAsync(ending);
                  Database.awaitLockWait();
                  assertThat(begun).isNotDone();
                  assertThat(asked(customer)).as("until the approach is recorded").isTrue();
                  return begun;
                });

    ended.get();
    assertThat(QuarkusTransaction.requiringNew().call(() -> asked(customer))).isFalse();
  }

  @Test
  void anApproachWaitsForTheEndThatBeganBefore() throws Exception {
    String customer = agreeing();
    try (Connection connection = Database.connection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement restrict =
          connection.prepareStatement("update customer set restricted_at = now(6) where id = ?")) {
        restrict.setBytes(1, Database.bytes(customer));
        restrict.executeUpdate();
      }
      CompletableFuture<Boolean> approach =
          CompletableFuture.supplyAsync(
              () -> QuarkusTransaction.requiringNew().call(() -> asked(customer)));
      Database.awaitLockWait();
      connection.commit();

      assertThat(approach.get()).isFalse();
    }
  }

  @Test
  void approachesDoNotWaitForEachOther() {
    String customer = agreeing();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              assertThat(asked(customer)).isTrue();
              assertThat(QuarkusTransaction.requiringNew().call(() -> asked(customer))).isTrue();
            });
  }

  private boolean asked(String customer) {
    return !contactable
        .among(Set.of(UUID.fromString(customer)), ConsentChannel.PHONE, PROFILED)
        .isEmpty();
  }

  private static String agreeing() {
    String customer = created(aPerson());
    Consents.record(customer, Consents.given("MARKETING"));
    Consents.record(customer, Consents.given("PROFILING"));
    return customer;
  }
}
