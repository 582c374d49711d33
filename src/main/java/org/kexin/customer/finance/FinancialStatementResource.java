package org.kexin.customer.finance;

import static org.kexin.access.AttributeClass.FINANCIAL;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Discloses;
import org.kexin.access.MayBreakGlass;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.customer.UnmaskingReason;
import org.kexin.shared.PageRequest;
import org.kexin.shared.Receipt;
import org.kexin.shared.http.Answers;
import org.kexin.shared.http.EntityTags;
import org.kexin.shared.http.StatusCodes;

/** Financial statements over HTTP. */
@Path("/v1/customers/{id}/financial-statements")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "customers")
public class FinancialStatementResource {

  private static final String ONE = "/{periodEnd}/{months}";
  private static final String PERIOD_END = "Day of the balance sheet.";
  private static final String MONTHS = "Length of the period of the income statement.";

  private final FinancialStatementService statements;

  FinancialStatementResource(FinancialStatementService statements) {
    this.statements = statements;
  }

  @GET
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @MayBreakGlass
  @Discloses(FINANCIAL)
  @Operation(
      summary = "List a customer's financial statements",
      description =
          "Which there are of an enterprise (财务报表), the newest first; their figures are masked. A"
              + " person has none. See docs/financial-statements.md.")
  public FinancialStatementPage listFinancialStatements(
      @RestPath UUID id,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    return FinancialStatementPage.of(
        statements.list(id, PageRequest.of(pageSize, pageToken, "listFinancialStatements", id)));
  }

  @GET
  @Path(ONE)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @MayBreakGlass
  @Discloses(FINANCIAL)
  @Operation(
      summary = "Read a financial statement",
      description = "What there is of a period, for its version; the figures are masked.")
  public RestResponse<FinancialStatementView> getFinancialStatement(
      @RestPath UUID id,
      @Parameter(description = PERIOD_END, example = "2025-12-31") @RestPath LocalDate periodEnd,
      @Parameter(
              description = MONTHS,
              schema = @Schema(minimum = "1", maximum = "24", examples = "12"))
          @RestPath
          int months,
      @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
    FinancialStatementView statement =
        statements.read(new FinancialStatementService.Place(id, periodEnd, months));
    return EntityTags.matches(ifNoneMatch, statement.version())
        ? Answers.notModified(statement.version())
        : Answers.versioned(statement, statement.version());
  }

  @POST
  @Path(ONE + "/unmaskings")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @Discloses(FINANCIAL)
  @Operation(
      summary = "Unmask a financial statement",
      description =
          "One statement with its figures in clear, for a reason that is kept with the access record"
              + " (明文查看). It changes nothing, and its answer is kept nowhere, so it takes no"
              + " Idempotency-Key.")
  public FinancialStatementView unmaskFinancialStatement(
      @RestPath UUID id,
      @Parameter(description = PERIOD_END, example = "2025-12-31") @RestPath LocalDate periodEnd,
      @Parameter(
              description = MONTHS,
              schema = @Schema(minimum = "1", maximum = "24", examples = "12"))
          @RestPath
          int months,
      UnmaskingReason why) {
    return statements.unmask(new FinancialStatementService.Place(id, periodEnd, months), why);
  }

  @PUT
  @Path(ONE)
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SALES, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Keep a financial statement",
      description =
          "Of an enterprise, for one period. The first of a period is sent without If-Match; what is"
              + " there is replaced by who sends its ETag. To send the same again does no harm."
              + " At most 60 are kept of one customer.")
  @StatusCodes({200, 201, 409})
  public RestResponse<Receipt> putFinancialStatement(
      @RestPath UUID id,
      @Parameter(description = PERIOD_END, example = "2025-12-31") @RestPath LocalDate periodEnd,
      @Parameter(
              description = MONTHS,
              schema = @Schema(minimum = "1", maximum = "24", examples = "12"))
          @RestPath
          int months,
      @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      NewFinancialStatement statement) {
    FinancialStatementService.Kept kept =
        statements.put(
            new FinancialStatementService.Place(id, periodEnd, months), ifMatch, statement);
    return kept.created()
        ? Answers.created(
            URI.create(
                "/v1/customers/%s/financial-statements/%s/%d".formatted(id, periodEnd, months)),
            kept.receipt())
        : Answers.changed(kept.receipt());
  }

  @DELETE
  @Path(ONE)
  @RolesAllowed({Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @NoPersonalData
  @Operation(
      summary = "Delete a financial statement",
      description = "Takes the statement of a period away for good.")
  public RestResponse<Void> deleteFinancialStatement(
      @RestPath UUID id,
      @Parameter(description = PERIOD_END, example = "2025-12-31") @RestPath LocalDate periodEnd,
      @Parameter(
              description = MONTHS,
              schema = @Schema(minimum = "1", maximum = "24", examples = "12"))
          @RestPath
          int months,
      @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    statements.delete(new FinancialStatementService.Place(id, periodEnd, months), ifMatch);
    return RestResponse.noContent();
  }
}
