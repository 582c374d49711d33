package org.kexin.analysis.trend;

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

/** Trend and forecasts of the sales over HTTP. */
@Path("/v1/analysis/forecasts")
@Produces({MediaType.APPLICATION_JSON, Drawn.SVG})
@RunOnVirtualThread
@Tag(name = "analysis")
public class ForecastResource {

  private final ForecastAnalysis forecasts;

  ForecastResource(ForecastAnalysis forecasts) {
    this.forecasts = forecasts;
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
      summary = "Trend and forecast of the sales",
      description =
          "A measure by period (趋势分析), its season, and forecasts with 80 and 95 % intervals"
              + " (预测), compared with the simplest methods. See docs/analyses/forecasts.md.")
  public ForecastView getForecasts(
      @BeanParam SalesParameters sales, @BeanParam ForecastParameters asked) {
    return forecasts.answer(ForecastQuestion.of(sales, asked));
  }
}
