package org.kexin.transaction;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Violations;
import org.kexin.shared.idempotency.Idempotency;

/** Exchanges over HTTP; what they become is read as transactions. */
@Path("/v1/exchanges")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "transactions")
public class ExchangeResource {

  private final TransactionService transactions;
  private final Idempotency idempotency;
  private final Violations violations;

  ExchangeResource(
      TransactionService transactions, Idempotency idempotency, Violations violations) {
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.violations = violations;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PARTNER})
  @NoPersonalData
  @Operation(
      summary = "Record an exchange",
      description =
          "A return and the order that replaces what came back, both or neither, of one customer"
              + " and in one currency. Each names the other from then on.")
  public ExchangeReceipt recordExchange(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, NewExchange exchange) {
    List<FieldProblem> problems = violations.of(exchange);
    ProblemException.demandNone(problems);
    return idempotency.once(
        idempotencyKey,
        "recordExchange",
        exchange,
        ExchangeReceipt.class,
        () -> transactions.exchange(exchange));
  }
}
