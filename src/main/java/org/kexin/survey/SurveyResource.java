package org.kexin.survey;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
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
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;
import org.kexin.shared.Receipt;
import org.kexin.shared.http.Answers;
import org.kexin.shared.http.EntityTags;
import org.kexin.shared.http.MergePatch;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.Idempotency;

/** Surveys, what is answered to them, and what came of it, over HTTP. */
@Path("/v1/surveys")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "surveys", description = "Asking customers and staff for their opinion (问卷调查).")
public class SurveyResource {

  private final SurveyService surveys;
  private final ResponseService responses;
  private final ResultService results;
  private final Idempotency idempotency;

  SurveyResource(
      SurveyService surveys,
      ResponseService responses,
      ResultService results,
      Idempotency idempotency) {
    this.surveys = surveys;
    this.responses = responses;
    this.results = results;
    this.idempotency = idempotency;
  }

  /** A step of one survey, as one that is repeated is compared. */
  record Step(UUID surveyId) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.MARKETING, Roles.DATA_STEWARD})
  @NoPersonalData
  @Operation(summary = "Draft a survey", description = "Nobody is asked before it is published.")
  @StatusCodes({201, 409})
  public RestResponse<Receipt> createSurvey(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, NewSurvey survey) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey, "createSurvey", survey, Receipt.class, () -> surveys.create(survey));
    return Answers.created(URI.create("/v1/surveys/" + receipt.id()), receipt);
  }

  @GET
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.ANALYST,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER,
    Roles.ADMIN
  })
  @NoPersonalData
  @Operation(
      summary = "List surveys",
      description = "Without their questions, last drafted first, a page at a time.")
  public SurveyPage listSurveys(
      @Parameter(description = "Only those in this state.") @RestQuery @Nullable SurveyState state,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    return SurveyPage.of(
        surveys.list(state, PageRequest.of(pageSize, pageToken, "listSurveys", state)));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.ANALYST,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER,
    Roles.ADMIN,
    Roles.PARTNER
  })
  @NoPersonalData
  @Operation(
      summary = "Read a survey",
      description = "With the version of its questions that is asked, or with another one.")
  public RestResponse<SurveyView> getSurvey(
      @RestPath UUID id,
      @Parameter(
              description = "A version of the questions; the one that is asked, if left out.",
              schema = @Schema(minimum = "1", examples = "1"))
          @RestQuery
          @Nullable Integer questionsVersion,
      @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
    SurveyView survey = surveys.read(id, questionsVersion);
    return EntityTags.matches(ifNoneMatch, survey.version())
        ? Answers.notModified(survey.version())
        : Answers.versioned(survey, survey.version());
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @RolesAllowed({Roles.MARKETING, Roles.DATA_STEWARD})
  @NoPersonalData
  @Operation(
      summary = "Change a survey",
      description =
          "JSON Merge Patch: absent members stay, null removes, questions are replaced whole."
              + " Questions that were published stay as they are; changed ones are the next version"
              + " and wait for publication.")
  @StatusCodes(409)
  public RestResponse<Receipt> patchSurvey(
      @RestPath UUID id,
      @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      ObjectNode patch) {
    return Answers.changed(surveys.patch(id, ifMatch, patch));
  }

  @POST
  @Path("/{id}/publications")
  @RolesAllowed({Roles.MARKETING, Roles.DATA_STEWARD})
  @NoPersonalData
  @Operation(
      summary = "Publish a survey",
      description =
          "Asks the drafted questions from now on. Answers to an earlier published version are taken"
              + " as well, and keep the questions that they answer.")
  public Receipt publishSurvey(
      @RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
    return idempotency.once(
        idempotencyKey, "publishSurvey", new Step(id), Receipt.class, () -> surveys.publish(id));
  }

  @POST
  @Path("/{id}/closures")
  @RolesAllowed({Roles.MARKETING, Roles.DATA_STEWARD})
  @NoPersonalData
  @Operation(summary = "Close a survey", description = "No answer is taken any more, for ever.")
  public Receipt closeSurvey(
      @RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
    return idempotency.once(
        idempotencyKey, "closeSurvey", new Step(id), Receipt.class, () -> surveys.close(id));
  }

  @PUT
  @Path("/{id}/responses/by-client-id/{responseId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.ANALYST,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER,
    Roles.ADMIN,
    Roles.PARTNER
  })
  @NoPersonalData
  @Operation(
      summary = "Save or submit answers",
      description =
          "Of an interview, a call, a letter, or by the secret of an invitation; and of the caller"
              + " in a survey for staff. The client makes the id of the response, UUID version 7."
              + " What was submitted never changes; to send the same again does no harm.")
  @StatusCodes({404, 409})
  public Receipt saveSurveyResponse(
      @RestPath UUID id, @RestPath UUID responseId, ResponseDocument response) {
    return responses.save(new ResponseService.Target(id, responseId), response);
  }

  @GET
  @Path("/{id}/results")
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.ANALYST,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "Read the results of a survey",
      description =
          "Counts of submitted answers to one version of the questions, with NPS (净推荐值), CSAT"
              + " (满意度) and CES (费力度). Words are not in it. For roles that may not see"
              + " individuals, and of staff for everybody, whole blocks of days with enough"
              + " responses are counted, and nothing else.")
  public SurveyResults getSurveyResults(
      @RestPath UUID id,
      @Parameter(
              description = "A version of the questions; the one that is asked, if left out.",
              schema = @Schema(minimum = "1", examples = "1"))
          @RestQuery
          @Nullable Integer questionsVersion) {
    return results.read(id, questionsVersion);
  }
}
