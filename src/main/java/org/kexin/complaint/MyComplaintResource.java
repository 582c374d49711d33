package org.kexin.complaint;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Discloses;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;
import org.kexin.shared.Receipt;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.About;
import org.kexin.shared.idempotency.Idempotency;

/** A customer's own complaints over HTTP. */
@Path("/v1/me/complaints")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "me")
public class MyComplaintResource {

  private final ComplaintIntake intake;
  private final ComplaintService complaints;
  private final ComplaintReader reader;
  private final Idempotency idempotency;

  MyComplaintResource(
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
  @RolesAllowed(Roles.CUSTOMER)
  @NoPersonalData
  @Operation(summary = "Complain", description = "About a product, an order, or anything else.")
  @StatusCodes({200, 404})
  public Receipt createMyComplaint(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, OwnComplaint complaint) {
    return idempotency.once(
        idempotencyKey,
        "createMyComplaint",
        complaint,
        Receipt.class,
        () -> intake.receiveOwn(complaint));
  }

  @GET
  @RolesAllowed(Roles.CUSTOMER)
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "List my complaints",
      description = "Newest first, without what was said; a page at a time.")
  @StatusCodes(404)
  public OwnComplaintPage listMyComplaints(
      @RestQuery @Nullable Integer pageSize, @RestQuery @Nullable String pageToken) {
    return OwnComplaintPage.of(
        reader.listOwn(PageRequest.of(pageSize, pageToken, "listMyComplaints")));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Roles.CUSTOMER)
  @Discloses(BEHAVIOUR)
  @Operation(summary = "Read a complaint of mine", description = "With what was said to me.")
  public OwnComplaintView getMyComplaint(@RestPath UUID id) {
    return reader.readOwn(id);
  }

  @POST
  @Path("/{id}/answers")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CUSTOMER)
  @NoPersonalData
  @Operation(
      summary = "Say something about my complaint",
      description = "The answer to what I was asked, or something else.")
  public Receipt answerMyComplaint(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      ComplaintMessage message) {
    return once(
        idempotencyKey, "answerMyComplaint", id, message, () -> complaints.hearOwn(id, message));
  }

  @POST
  @Path("/{id}/withdrawals")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CUSTOMER)
  @NoPersonalData
  @Operation(
      summary = "Withdraw my complaint",
      description = "I do not pursue it any more, for whatever reason.")
  public Receipt withdrawMyComplaint(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      ComplaintNote note) {
    return once(
        idempotencyKey, "withdrawMyComplaint", id, note, () -> complaints.withdrawOwn(id, note));
  }

  @POST
  @Path("/{id}/ratings")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CUSTOMER)
  @NoPersonalData
  @Operation(
      summary = "Rate the outcome of my complaint",
      description = "Once for each outcome, from 1 to 5; 5 is best.")
  public Receipt rateMyComplaint(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      ComplaintRating rating) {
    return once(
        idempotencyKey, "rateMyComplaint", id, rating, () -> complaints.rateOwn(id, rating));
  }

  private Receipt once(
      @Nullable String key, String operation, UUID id, Object body, Supplier<Receipt> effect) {
    return idempotency.once(key, operation, new About(id, body), Receipt.class, effect);
  }
}
