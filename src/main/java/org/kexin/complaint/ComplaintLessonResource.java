package org.kexin.complaint;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Discloses;
import org.kexin.access.Roles;
import org.kexin.access.Viewing;
import org.kexin.shared.PageRequest;

/** The file of complaints for learning, over HTTP. */
@Path("/v1/complaint-lessons")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "complaint-lessons", description = "Closed complaints to learn from (投诉案例).")
public class ComplaintLessonResource {

  private final ComplaintLessons lessons;
  private final Viewing viewing;

  ComplaintLessonResource(ComplaintLessons lessons, Viewing viewing) {
    this.lessons = lessons;
    this.viewing = viewing;
  }

  @GET
  @RolesAllowed({Roles.ANALYST, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "List closed complaints to learn from",
      description =
          "Without customers, texts and moments, and only where at least ten customers complained"
              + " about the same category, cause and product. A page may be short and yet have a"
              + " next one.")
  public ComplaintLessonPage listComplaintLessons(
      @Parameter(description = "Only those of this category.") @RestQuery @Nullable UUID categoryId,
      @Parameter(
              description = "Only those with this cause.",
              schema =
                  @Schema(maxLength = ComplaintFacts.MAX_CAUSE_CHARS, examples = "packing-damaged"))
          @RestQuery
          @Nullable String cause,
      @Parameter(description = "Only those about this product.") @RestQuery
          @Nullable UUID productId,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    viewing.shows("complaintLessons");
    return ComplaintLessonPage.of(
        lessons.list(
            categoryId,
            cause,
            productId,
            PageRequest.of(
                pageSize, pageToken, "listComplaintLessons", categoryId, cause, productId)));
  }
}
