package org.kexin.transaction;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Moments;
import org.kexin.shared.PageRequest;
import org.kexin.shared.Problem;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;
import org.kexin.shared.http.Answers;
import org.kexin.shared.http.EntityTags;
import org.kexin.shared.http.RequestContext;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.Idempotency;

/** Orders and returns over HTTP. */
@Path("/v1/transactions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "transactions", description = "What was sold and what came back (交易).")
public class TransactionResource {

  private final TransactionService transactions;
  private final Idempotency idempotency;
  private final Violations violations;
  private final RequestContext context;

  TransactionResource(
      TransactionService transactions,
      Idempotency idempotency,
      Violations violations,
      RequestContext context) {
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.violations = violations;
    this.context = context;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PARTNER})
  @NoPersonalData
  @Operation(
      summary = "Record an order or a return",
      description =
          "Quantities and unit prices are positive; the total of a return is negative. Each line of"
              + " a return names the order's line whose goods come back; more than was bought and"
              + " is not back yet makes this a 409.")
  @StatusCodes(201)
  public RestResponse<Receipt> createTransaction(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, NewTransaction transaction) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "createTransaction",
            transaction,
            Receipt.class,
            () -> transactions.create(transaction));
    return Answers.created(URI.create("/v1/transactions/" + receipt.id()), receipt);
  }

  @POST
  @Path("/batches")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PARTNER})
  @NoPersonalData
  @Operation(
      summary = "Record many orders and returns",
      description =
          "Up to 200, taken in their order, with a result for each. A refused one leaves the others"
              + " alone, or keeps all from being recorded where allOrNone is true.")
  public BatchAnswer createTransactions(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, TransactionBatch batch) {
    List<FieldProblem> problems = violations.of(batch);
    ProblemException.demandNone(problems);
    return idempotency.once(
        idempotencyKey,
        "createTransactions",
        batch,
        BatchAnswer.class,
        () ->
            BatchAnswer.of(
                transactions.createAll(batch.items(), batch.allOrNone()),
                batch.allOrNone(),
                refusal -> Problem.of(refusal, context.requestId(), context.language())));
  }

  @GET
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "List orders and returns",
      description = "Without their lines, newest first unless asked otherwise, a page at a time.")
  public TransactionPage listTransactions(
      @Parameter(description = "Only those of this customer.") @RestQuery @Nullable UUID customerId,
      @Parameter(description = "Only orders, or only returns.") @RestQuery @Nullable Kind kind,
      @Parameter(
              description = "Occurred at this moment or later.",
              schema = @Schema(type = SchemaType.STRING, format = "date-time"))
          @RestQuery
          @Nullable String from,
      @Parameter(
              description = "Occurred before this moment.",
              schema = @Schema(type = SchemaType.STRING, format = "date-time"))
          @RestQuery
          @Nullable String to,
      @Parameter(
              description = "-occurredAt (the default) or occurredAt.",
              schema = @Schema(maxLength = 20, examples = "occurredAt"))
          @RestQuery
          @Nullable String sort,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    TransactionQuery query =
        new TransactionQuery(
            customerId,
            kind,
            Moments.parse("from", from),
            Moments.parse("to", to),
            TransactionQuery.Sort.parse(sort));
    PageRequest page = PageRequest.of(pageSize, pageToken, "listTransactions", query);
    return TransactionPage.of(transactions.list(query, page));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @Discloses(BEHAVIOUR)
  @MayBreakGlass
  @Operation(
      summary = "Read an order or a return",
      description =
          "With its lines; one with more than 2,000 says in nextLine where to read on. A return's"
              + " line whose order cannot be identified has the returnReference UNKNOWN.")
  public RestResponse<TransactionView> getTransaction(
      @RestPath UUID id,
      @Parameter(description = "Number of the first line wanted.") @RestQuery
          @Nullable Integer fromLine,
      @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
    TransactionView transaction = transactions.read(id, fromLine == null ? 1 : fromLine);
    return EntityTags.matches(ifNoneMatch, transaction.version())
        ? Answers.notModified(transaction.version())
        : Answers.versioned(transaction, transaction.version());
  }
}
