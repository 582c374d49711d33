package org.kexin.profile;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Discloses;
import org.kexin.access.MayBreakGlass;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;

/** A customer's time line over HTTP. */
@Path("/v1/customers/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "customers")
public class TimeLineResource {

  private final ProfileService profiles;

  TimeLineResource(ProfileService profiles) {
    this.profiles = profiles;
  }

  @GET
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @MayBreakGlass
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "Read a customer's time line",
      description =
          "What happened between the customer and the company, of every kind or of those asked for,"
              + " newest first, a page at a time.")
  public TimeLineView getTimeLine(
      @RestPath UUID id,
      @Parameter(
              description = "Only these kinds.",
              schema = @Schema(maxLength = 40, examples = "CALL"))
          @RestQuery
          List<String> kind,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    TreeSet<String> kinds = new TreeSet<>(kind);
    return profiles.timeLine(
        id, kinds, PageRequest.of(pageSize, pageToken, "getTimeLine", id, kinds));
  }
}
