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

/** Likeness of products over HTTP. */
@Path("/v1/analysis/product-similarities")
@Produces({MediaType.APPLICATION_JSON, Drawn.SVG})
@RunOnVirtualThread
@Tag(name = "analysis")
public class ProductSimilarityResource {

  private final ProductSimilarityAnalysis similarities;

  ProductSimilarityResource(ProductSimilarityAnalysis similarities) {
    this.similarities = similarities;
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
      summary = "Which products the same customers buy",
      description =
          "For each product the most similar ones, by the customers who bought both (商品相似度)."
              + " Compared are the products of most customers, as many as time and work allow. For"
              + " roles that may not see individuals the period is all there is, and pairs of too"
              + " few customers are left out. See docs/analyses/product-similarities.md.")
  public ProductSimilaritiesView getProductSimilarities(
      @BeanParam SalesParameters sales, @BeanParam ProductSimilarityParameters asked) {
    return similarities.answer(ProductSimilarityQuestion.of(sales, asked));
  }
}
