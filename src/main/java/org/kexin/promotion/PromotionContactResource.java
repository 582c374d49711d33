package org.kexin.promotion;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Discloses;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.PageRequest;
import org.kexin.shared.Problem;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;
import org.kexin.shared.http.Answers;
import org.kexin.shared.http.RequestContext;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.About;
import org.kexin.shared.idempotency.Idempotency;

/** Contacts of a promotion over HTTP. */
@Path("/v1/promotions/{id}/contacts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "promotion-members")
public class PromotionContactResource {

  private final ContactService contacts;
  private final Idempotency idempotency;
  private final Violations violations;
  private final RequestContext context;

  PromotionContactResource(
      ContactService contacts,
      Idempotency idempotency,
      Violations violations,
      RequestContext context) {
    this.contacts = contacts;
    this.idempotency = idempotency;
    this.violations = violations;
    this.context = context;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.MARKETING})
  @NoPersonalData
  @Operation(
      summary = "Record that somebody was approached",
      description =
          "While the promotion runs, of the target group where it has an audience, and only with the"
              + " customer's consent to be approached through the channel; of an audience picked by"
              + " behaviour also to profiling.")
  @StatusCodes(201)
  public RestResponse<Receipt> createPromotionContact(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      NewContact contact) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "createPromotionContact",
            new About(id, contact),
            Receipt.class,
            () -> contacts.create(id, contact));
    return Answers.created(URI.create("/v1/promotions/" + id + "/contacts"), receipt);
  }

  @POST
  @Path("/batches")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.MARKETING})
  @NoPersonalData
  @Operation(
      summary = "Record many contacts",
      description =
          "Up to 200, with a result for each; a refused one leaves the others alone. Where a hard"
              + " budget does not allow all that could be recorded, none is.")
  public ContactBatchAnswer createPromotionContacts(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      ContactBatch batch) {
    List<FieldProblem> problems = violations.of(batch);
    ProblemException.demandNone(problems);
    return idempotency.once(
        idempotencyKey,
        "createPromotionContacts",
        new About(id, batch),
        ContactBatchAnswer.class,
        () ->
            ContactBatchAnswer.of(
                contacts.createAll(id, batch.items()),
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
      summary = "List contacts of a promotion",
      description = "The last recorded first, a page at a time.")
  public ContactPage listPromotionContacts(
      @RestPath UUID id,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    return ContactPage.of(
        contacts.list(id, PageRequest.of(pageSize, pageToken, "listPromotionContacts", id)));
  }
}
