package org.kexin.complaint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;
import org.kexin.shared.Receipt;
import org.kexin.shared.http.Answers;
import org.kexin.shared.http.EntityTags;
import org.kexin.shared.http.MergePatch;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.Idempotency;

/** Categories over HTTP. */
@Path("/v1/complaint-categories")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "complaint-categories", description = "What complaints are about (投诉类别).")
public class ComplaintCategoryResource {

  private final ComplaintCategoryService categories;
  private final Idempotency idempotency;

  ComplaintCategoryResource(ComplaintCategoryService categories, Idempotency idempotency) {
    this.categories = categories;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.DATA_STEWARD, Roles.ADMIN})
  @NoPersonalData
  @Operation(
      summary = "Create a category of complaints",
      description = "At the top, or below another; four levels at most.")
  @StatusCodes(201)
  public RestResponse<Receipt> createComplaintCategory(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      NewComplaintCategory category) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "createComplaintCategory",
            category,
            Receipt.class,
            () -> categories.create(category));
    return Answers.created(URI.create("/v1/complaint-categories/" + receipt.id()), receipt);
  }

  @GET
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.ANALYST,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER,
    Roles.ADMIN,
    Roles.CUSTOMER
  })
  @NoPersonalData
  @Operation(
      summary = "List the categories of complaints",
      description = "By code, each with the category above it; a page at a time.")
  public ComplaintCategoryPage listComplaintCategories(
      @RestQuery @Nullable Integer pageSize, @RestQuery @Nullable String pageToken) {
    return ComplaintCategoryPage.of(
        categories.list(PageRequest.of(pageSize, pageToken, "listComplaintCategories")));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.ANALYST,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER,
    Roles.ADMIN,
    Roles.CUSTOMER
  })
  @NoPersonalData
  @Operation(summary = "Read a category of complaints", description = "One category by its id.")
  public RestResponse<ComplaintCategoryView> getComplaintCategory(
      @RestPath UUID id, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
    ComplaintCategoryView category = categories.read(id);
    return EntityTags.matches(ifNoneMatch, category.version())
        ? Answers.notModified(category.version())
        : Answers.versioned(category, category.version());
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @RolesAllowed({Roles.DATA_STEWARD, Roles.ADMIN})
  @NoPersonalData
  @Operation(
      summary = "Rename or move a category of complaints",
      description =
          "JSON Merge Patch: absent members stay, null removes. What stands below moves along. The"
              + " code stays for ever.")
  public RestResponse<Receipt> patchComplaintCategory(
      @RestPath UUID id,
      @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      ObjectNode patch) {
    return Answers.changed(categories.patch(id, ifMatch, patch));
  }
}
