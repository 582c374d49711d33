package org.kexin.transaction;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.Moments;

/** The check of totals over HTTP. */
@Path("/v1/transaction-checks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "transactions")
public class TotalsCheckResource {

  private final TransactionService transactions;

  TotalsCheckResource(TransactionService transactions) {
    this.transactions = transactions;
  }

  @GET
  @RolesAllowed({Roles.ADMIN, Roles.DATA_STEWARD})
  @NoPersonalData
  @Operation(
      summary = "Add up the lines again",
      description =
          "Compares the total, the number of lines and the quantity of every order and return of up"
              + " to 31 days with its lines, exactly.")
  public TotalsCheck checkTotals(
      @Parameter(
              description = "Occurred at this moment or later; 31 days before the end if absent.",
              schema = @Schema(type = SchemaType.STRING, format = "date-time"))
          @RestQuery
          @Nullable String from,
      @Parameter(
              description = "Occurred before this moment; now if absent.",
              schema = @Schema(type = SchemaType.STRING, format = "date-time"))
          @RestQuery
          @Nullable String to) {
    return transactions.check(Moments.parse("from", from), Moments.parse("to", to));
  }
}
