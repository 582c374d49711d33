package org.kexin.survey;

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
import org.kexin.shared.Problem;
import org.kexin.shared.http.RequestContext;
import org.kexin.shared.idempotency.Idempotency;

/** Invitations over HTTP. */
@Path("/v1/surveys/{id}/invitations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "surveys")
public class InvitationResource {

  private final InvitationService invitations;
  private final Idempotency idempotency;
  private final RequestContext context;

  InvitationResource(
      InvitationService invitations, Idempotency idempotency, RequestContext context) {
    this.invitations = invitations;
    this.idempotency = idempotency;
    this.context = context;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.MARKETING, Roles.DATA_STEWARD})
  @NoPersonalData
  @Operation(
      summary = "Invite people to a survey",
      description =
          "Up to 200, with a result for each. Customers need to agree to marketing through the"
              + " channel and are asked once per survey. Each gets a secret to answer with, which"
              + " the caller delivers.")
  public InvitationAnswer inviteToSurvey(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      NewInvitations invitees) {
    InvitationService.Invitees call = new InvitationService.Invitees(id, invitees);
    InvitationAnswer answer =
        idempotency.once(
            idempotencyKey,
            "inviteToSurvey",
            call,
            InvitationAnswer.class,
            () ->
                invitations.invite(
                    call, refusal -> Problem.of(refusal, context.requestId(), context.language())));
    return answer.with(invitations.tokens(answer));
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
      summary = "List a survey's invitations",
      description =
          "Those of customers, last made first, a page at a time. Who of the staff was invited is"
              + " not told.")
  public InvitationPage listSurveyInvitations(
      @RestPath UUID id,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    return InvitationPage.of(
        invitations.list(id, PageRequest.of(pageSize, pageToken, "listSurveyInvitations", id)));
  }
}
