package org.kexin.promotion;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
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
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;

/** Members of a promotion over HTTP. */
@Path("/v1/promotions/{id}/members")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
    name = "promotion-members",
    description = "Who is approached, how, and what comes of it (促销接触与反应).")
public class PromotionMemberResource {

  private final MemberService members;

  PromotionMemberResource(MemberService members) {
    this.members = members;
  }

  @GET
  @RolesAllowed({Roles.SALES, Roles.MARKETING, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "List the members of a promotion",
      description =
          "Frozen at its start, with their group; none without an audience. A page may be shorter than"
              + " asked for and yet have a next one: members that the caller may not know are left out.")
  public MemberPage listPromotionMembers(
      @RestPath UUID id,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    return MemberPage.of(
        members.list(id, PageRequest.of(pageSize, pageToken, "listPromotionMembers", id)));
  }
}
