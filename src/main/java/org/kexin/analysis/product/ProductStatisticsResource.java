package org.kexin.analysis.product;

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

/** Statistics of products over HTTP. */
@Path("/v1/analysis/product-statistics")
@Produces({MediaType.APPLICATION_JSON, Drawn.SVG})
@RunOnVirtualThread
@Tag(name = "analysis")
public class ProductStatisticsResource {

  private final ProductStatistics statistics;

  ProductStatisticsResource(ProductStatistics statistics) {
    this.statistics = statistics;
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
      summary = "Statistics of products",
      description =
          "Totals, shares, ABC classes, Gini and HHI of products or categories (商品 ABC 分析)."
              + " See docs/analyses/statistics.md.")
  public ProductStatisticsView getProductStatistics(
      @BeanParam SalesParameters sales, @BeanParam ProductParameters asked) {
    return statistics.answer(ProductQuestion.of(sales, asked));
  }
}
