package org.kexin.analysis.basket;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kexin.access.AttributeClass;
import org.kexin.access.Discloses;
import org.kexin.access.Roles;
import org.kexin.analysis.SalesParameters;
import org.kexin.shared.http.Drawn;

/** Associations over HTTP. */
@Path("/v1/analysis/associations")
@Produces({MediaType.APPLICATION_JSON, Drawn.SVG})
@RunOnVirtualThread
@Tag(name = "analysis")
public class AssociationResource {

  private final AssociationAnalysis associations;

  AssociationResource(AssociationAnalysis associations) {
    this.associations = associations;
  }

  @GET
  @RolesAllowed({
    Roles.ANALYST,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @Discloses(AttributeClass.BEHAVIOUR)
  @Operation(
      summary = "What is bought together",
      description =
          "Frequent sets of products and rules with support, confidence and lift (关联分析). Returns"
              + " put nothing into a basket. The search ends in time and says what is missing. For"
              + " roles that may not see individuals the period is all there is, and rules and sets"
              + " of too few customers are left out. See docs/analyses/associations.md.")
  public AssociationsView getAssociations(
      @BeanParam SalesParameters sales, @BeanParam AssociationParameters asked) {
    return associations.answer(AssociationQuestion.of(sales, asked));
  }
}
