package org.kexin.survey;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Discloses;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;

/** Responses of one survey or of one customer over HTTP. */
@Path("/v1/survey-responses")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "surveys")
public class ResponseResource {

  private final ResponseReading responses;

  ResponseResource(ResponseReading responses) {
    this.responses = responses;
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
      summary = "List responses",
      description =
          "Of a survey, of a customer, or of both, with their answers, in a stable order, a page at a"
              + " time. Responses of staff are not told.")
  public ResponsePage listSurveyResponses(
      @Parameter(description = "Only those to this survey.") @RestQuery @Nullable UUID surveyId,
      @Parameter(description = "Only those of this customer.") @RestQuery @Nullable UUID customerId,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    return ResponsePage.of(
        responses.list(
            surveyId,
            customerId,
            PageRequest.of(pageSize, pageToken, "listSurveyResponses", surveyId, customerId)));
  }
}
