package org.kexin.profile;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.kexin.access.Discloses;
import org.kexin.access.MayBreakGlass;
import org.kexin.access.Roles;
import org.kexin.shared.http.Printed;
import org.kexin.shared.http.RequestContext;

/** Customers' yearly statements over HTTP. */
@Path("/v1/customers/{id}/statements")
@RunOnVirtualThread
@Tag(name = "customers")
public class StatementResource {

  private final StatementService statements;
  private final RequestContext context;

  StatementResource(StatementService statements, RequestContext context) {
    this.statements = statements;
    this.context = context;
  }

  @GET
  @Path("/{year}")
  @Produces({MediaType.APPLICATION_JSON, Printed.HTML})
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @MayBreakGlass
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "Read a customer's yearly statement",
      description =
          "What they bought, earned and saved in a year (年度账单), by currency, exact; as a page where"
              + " text/html is asked for. See docs/analyses/yearly-statement.md.")
  public StatementView getStatement(
      @RestPath UUID id,
      @Parameter(
              description = "From 2000 to the present one.",
              schema = @Schema(minimum = "2000", maximum = "9999", examples = "2026"))
          @RestPath
          int year) {
    return statements.of(id, year, context.language());
  }
}
