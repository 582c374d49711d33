package org.kexin.survey;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Discloses;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;
import org.kexin.shared.Receipt;
import org.kexin.shared.http.StatusCodes;

/** A customer's own invitations and answers over HTTP. */
@Path("/v1/me/surveys")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "me")
public class MySurveyResource {

  private final MySurveyService surveys;
  private final ResponseService responses;

  MySurveyResource(MySurveyService surveys, ResponseService responses) {
    this.surveys = surveys;
    this.responses = responses;
  }

  @GET
  @RolesAllowed(Roles.CUSTOMER)
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "List the surveys that I can answer",
      description = "Last invitation first, a page at a time.")
  @StatusCodes(404)
  public MySurveyPage listMySurveys(
      @RestQuery @Nullable Integer pageSize, @RestQuery @Nullable String pageToken) {
    return MySurveyPage.of(surveys.list(PageRequest.of(pageSize, pageToken, "listMySurveys")));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Roles.CUSTOMER)
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "Read a survey that I can answer",
      description = "With its questions, and with what I saved.")
  @StatusCodes(409)
  public MySurveyView getMySurvey(@RestPath UUID id) {
    return surveys.read(id);
  }

  @PUT
  @Path("/{id}/responses/by-client-id/{responseId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.CUSTOMER)
  @NoPersonalData
  @Operation(
      summary = "Save or submit my answers",
      description =
          "I make the id of the response, UUID version 7. What I submitted never changes; to send the"
              + " same again does no harm.")
  @StatusCodes({404, 409})
  public Receipt saveMySurveyResponse(
      @RestPath UUID id, @RestPath UUID responseId, OwnResponseDocument response) {
    return responses.saveOwn(new ResponseService.Target(id, responseId), response);
  }
}
