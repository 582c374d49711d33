package org.kexin.complaint;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.kexin.access.MayBreakGlass;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.Receipt;
import org.kexin.shared.idempotency.About;
import org.kexin.shared.idempotency.Idempotency;

/**
 * What is done with complaints, over HTTP. What cannot happen in the present state of a complaint
 * is answered with {@code complaint-transition-refused}.
 */
@Path("/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "complaints")
public class ComplaintActionResource {

  private final ComplaintService complaints;
  private final Idempotency idempotency;

  ComplaintActionResource(ComplaintService complaints, Idempotency idempotency) {
    this.complaints = complaints;
    this.idempotency = idempotency;
  }

  @POST
  @Path("/{id}/acknowledgements")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Acknowledge a complaint",
      description = "The customer knows that it has arrived and is taken care of (受理).")
  public Receipt acknowledgeComplaint(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      ComplaintNote note) {
    return once(
        idempotencyKey, "acknowledgeComplaint", id, note, () -> complaints.acknowledge(id, note));
  }

  @POST
  @Path("/{id}/updates")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Tell the customer how far it is",
      description = "The time until the next update begins anew (进展告知).")
  public Receipt updateComplainant(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      ComplaintMessage message) {
    return once(
        idempotencyKey, "updateComplainant", id, message, () -> complaints.update(id, message));
  }

  @POST
  @Path("/{id}/waits")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Wait for an answer of the customer",
      description =
          "The clocks stand still until the customer answers, or until the moment given (等待客户回复).")
  public Receipt waitForComplainant(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      ComplaintWait wait) {
    return once(
        idempotencyKey, "waitForComplainant", id, wait, () -> complaints.waitForCustomer(id, wait));
  }

  @POST
  @Path("/{id}/answers")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Record what the customer says",
      description = "The answer that was waited for, or something that nobody had asked (客户回复).")
  public Receipt recordComplainantAnswer(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      ComplaintMessage message) {
    return once(
        idempotencyKey, "recordComplainantAnswer", id, message, () -> complaints.hear(id, message));
  }

  @POST
  @Path("/{id}/assignments")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Assign a complaint",
      description = "To a member of staff, who deals with it from now on (指派).")
  public Receipt assignComplaint(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      ComplaintAssignment assignment) {
    return once(
        idempotencyKey, "assignComplaint", id, assignment, () -> complaints.assign(id, assignment));
  }

  @POST
  @Path("/{id}/severity-changes")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Change how bad it is",
      description =
          "Its clocks have other times from now on; what was used of them stays used (调整严重程度).")
  public Receipt changeComplaintSeverity(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      SeverityChange change) {
    return once(
        idempotencyKey, "changeComplaintSeverity", id, change, () -> complaints.judge(id, change));
  }

  @POST
  @Path("/{id}/escalations")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Escalate a complaint",
      description =
          "Asks for the attention of those above (升级). Deadlines that pass do it by themselves.")
  public Receipt escalateComplaint(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      ComplaintMessage message) {
    return once(
        idempotencyKey, "escalateComplaint", id, message, () -> complaints.escalate(id, message));
  }

  @POST
  @Path("/{id}/resolutions")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Resolve a complaint",
      description = "With its cause, and what the customer got for their trouble (解决).")
  public Receipt resolveComplaint(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      ComplaintResolution resolution) {
    return once(
        idempotencyKey,
        "resolveComplaint",
        id,
        resolution,
        () -> complaints.resolve(id, resolution));
  }

  @POST
  @Path("/{id}/closures")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(summary = "Close a complaint", description = "Nobody waits for anything more (结案).")
  public Receipt closeComplaint(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      ComplaintNote note) {
    return once(idempotencyKey, "closeComplaint", id, note, () -> complaints.close(id, note));
  }

  @POST
  @Path("/{id}/reopenings")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Reopen a complaint",
      description = "It was not settled after all: its clocks have their whole time again (重新处理).")
  public Receipt reopenComplaint(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      ComplaintMessage message) {
    return once(
        idempotencyKey, "reopenComplaint", id, message, () -> complaints.reopen(id, message));
  }

  @POST
  @Path("/{id}/withdrawals")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Withdraw a complaint",
      description = "The customer does not pursue it any more (撤诉).")
  public Receipt withdrawComplaint(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      ComplaintNote note) {
    return once(idempotencyKey, "withdrawComplaint", id, note, () -> complaints.withdraw(id, note));
  }

  @POST
  @Path("/{id}/ratings")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.DATA_STEWARD})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Record the customer's rating",
      description = "Of the outcome, once for each outcome (客户评价).")
  public Receipt rateComplaint(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      ComplaintRating rating) {
    return once(idempotencyKey, "rateComplaint", id, rating, () -> complaints.rate(id, rating));
  }

  private Receipt once(
      @Nullable String key, String operation, UUID id, Object body, Supplier<Receipt> effect) {
    return idempotency.once(key, operation, new About(id, body), Receipt.class, effect);
  }
}
