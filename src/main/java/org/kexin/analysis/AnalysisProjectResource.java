package org.kexin.analysis;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kexin.access.AttributeClass;
import org.kexin.access.Discloses;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;
import org.kexin.shared.Receipt;
import org.kexin.shared.http.Answers;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.Idempotency;

/** Analysis projects over HTTP. */
@Path("/v1/analysis/projects")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
    name = "analysis-projects",
    description = "Analyses of single customers under pseudonyms (假名化分析).")
public class AnalysisProjectResource {

  private final AnalysisProjectService projects;
  private final PseudonymousAnalyses analyses;
  private final Idempotency idempotency;

  AnalysisProjectResource(
      AnalysisProjectService projects, PseudonymousAnalyses analyses, Idempotency idempotency) {
    this.projects = projects;
    this.analyses = analyses;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  @NoPersonalData
  @Operation(
      summary = "Start an analysis project",
      description = "Its members then see scores of customers under pseudonyms of this project.")
  @StatusCodes(201)
  public RestResponse<Receipt> startAnalysisProject(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, NewAnalysisProject project) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "startAnalysisProject",
            project,
            Receipt.class,
            () -> projects.start(project));
    return Answers.created(URI.create("/v1/analysis/projects/" + receipt.id()), receipt);
  }

  @GET
  @RolesAllowed({Roles.PRIVACY_OFFICER, Roles.ANALYST})
  @NoPersonalData
  @Operation(
      summary = "List analysis projects",
      description =
          "All for the privacy officer, their own for analysts; ended ones too, the last started"
              + " first, a page at a time.")
  public AnalysisProjectPage listAnalysisProjects(
      @RestQuery @Nullable Integer pageSize, @RestQuery @Nullable String pageToken) {
    return AnalysisProjectPage.of(
        projects.list(PageRequest.of(pageSize, pageToken, "listAnalysisProjects")));
  }

  @POST
  @Path("/{id}/endings")
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  @NoPersonalData
  @Operation(
      summary = "End an analysis project",
      description =
          "Destroys the key of its pseudonyms, for ever: nobody can tell any more whom they meant,"
              + " and what analysts kept is anonymous (匿名化).")
  public Receipt endAnalysisProject(
      @RestPath UUID id, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
    return idempotency.once(
        idempotencyKey, "endAnalysisProject", id, Receipt.class, () -> projects.end(id));
  }

  @GET
  @Path("/{id}/rfm-scores")
  @RolesAllowed(Roles.ANALYST)
  @Discloses(AttributeClass.BEHAVIOUR)
  @Operation(
      summary = "RFM scores under pseudonyms",
      description =
          "Scores and segment of customers under pseudonyms, for members of the project and the"
              + " purpose analysis. Left out and counted are customers whose combination of scores"
              + " fewer than k customers share (k-匿名), and who object to profiling. The project"
              + " must not have ended (409).")
  @StatusCodes(409)
  public PseudonymousScorePage listPseudonymousRfmScores(
      @RestPath UUID id,
      @BeanParam SalesParameters sales,
      @BeanParam RfmParameters rfm,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    RfmQuestion question = RfmQuestion.of(sales, rfm);
    PageRequest page =
        PageRequest.of(pageSize, pageToken, "listPseudonymousRfmScores", id, question);
    return analyses.rfmScores(id, question, page);
  }
}
