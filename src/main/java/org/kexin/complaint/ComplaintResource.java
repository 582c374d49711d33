package org.kexin.complaint;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
import org.kexin.shared.Moments;
import org.kexin.shared.PageRequest;
import org.kexin.shared.Receipt;
import org.kexin.shared.http.Answers;
import org.kexin.shared.http.EntityTags;
import org.kexin.shared.http.MergePatch;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.Idempotency;

/** Complaints over HTTP; what is done with them is {@link ComplaintActionResource}. */
@Path("/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "complaints", description = "What customers are not content with (投诉).")
public class ComplaintResource {

  private final ComplaintIntake intake;
  private final ComplaintService complaints;
  private final ComplaintReader reader;
  private final Idempotency idempotency;

  ComplaintResource(
      ComplaintIntake intake,
      ComplaintService complaints,
      ComplaintReader reader,
      Idempotency idempotency) {
    this.intake = intake;
    this.complaints = complaints;
    this.reader = reader;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Record a complaint",
      description =
          "Its clocks run by the newest policy and the newest version of its calendar, and by these"
              + " to the end.")
  @StatusCodes(201)
  public RestResponse<Receipt> createComplaint(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, NewComplaint complaint) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "createComplaint",
            complaint,
            Receipt.class,
            () -> intake.receive(complaint));
    return Answers.created(URI.create("/v1/complaints/" + receipt.id()), receipt);
  }

  @GET
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "List complaints",
      description =
          "What is due first comes first unless asked otherwise, without what was said; a page at a"
              + " time.")
  public ComplaintPage listComplaints(
      @Parameter(description = "Only those in this state.") @RestQuery
          @Nullable ComplaintState state,
      @Parameter(description = "Only those of this severity.") @RestQuery
          @Nullable Severity severity,
      @Parameter(
              description = "Only those that this member of staff deals with.",
              schema = @Schema(maxLength = 255, examples = "01932c00-0000-7000-8000-000000000101"))
          @RestQuery
          @Nullable String assignee,
      @Parameter(description = "Only those of this category, or of one below it.") @RestQuery
          @Nullable UUID categoryId,
      @Parameter(description = "Only those about this product.") @RestQuery
          @Nullable UUID productId,
      @Parameter(description = "Only those of this customer.") @RestQuery @Nullable UUID customerId,
      @Parameter(
              description = "Only those with a deadline before this moment.",
              schema = @Schema(type = SchemaType.STRING, format = "date-time"))
          @RestQuery
          @Nullable String dueBefore,
      @Parameter(
              description = "nextDeadline (the default) or -createdAt.",
              schema = @Schema(maxLength = 20, examples = "-createdAt"))
          @RestQuery
          @Nullable String sort,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    ComplaintQuery query =
        new ComplaintQuery(
            state,
            severity,
            assignee,
            categoryId,
            productId,
            customerId,
            Moments.parse("dueBefore", dueBefore),
            ComplaintQuery.Sort.parse(sort));
    PageRequest page = PageRequest.of(pageSize, pageToken, "listComplaints", query);
    return ComplaintPage.of(reader.list(query, page));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @Discloses(BEHAVIOUR)
  @MayBreakGlass
  @Operation(
      summary = "Read a complaint",
      description = "With its clocks, its last events and what was said.")
  public RestResponse<ComplaintView> getComplaint(
      @RestPath UUID id, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
    ComplaintView complaint = reader.read(id);
    return EntityTags.matches(ifNoneMatch, complaint.version())
        ? Answers.notModified(complaint.version())
        : Answers.versioned(complaint, complaint.version());
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Set facts of a complaint right",
      description =
          "JSON Merge Patch: absent members stay, null removes. State and clocks stay as they are;"
              + " actions change them.")
  @StatusCodes(409)
  public RestResponse<Receipt> patchComplaint(
      @RestPath UUID id,
      @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MergePatch.MEDIA_TYPE,
                      schema = @Schema(implementation = ComplaintFacts.class)))
          ObjectNode patch) {
    return Answers.changed(complaints.patch(id, ifMatch, patch));
  }
}
