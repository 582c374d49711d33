package org.kexin.analysis.trend;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.http.Drawn;

/** Forecasts of series that callers bring, over HTTP. */
@Path("/v1/analysis/series-forecasts")
@Produces({MediaType.APPLICATION_JSON, Drawn.SVG})
@RunOnVirtualThread
@Tag(name = "analysis")
public class SeriesForecastResource {

  private final SeriesForecasts forecasts;

  SeriesForecastResource(SeriesForecasts forecasts) {
    this.forecasts = forecasts;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({
    Roles.ANALYST,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @NoPersonalData
  @Operation(
      summary = "Forecast a series",
      description =
          "As the forecast of the sales, of figures that the caller sends; nothing is kept of them"
              + " (时间序列预测). See docs/analyses/forecasts.md.")
  public ForecastView forecastSeries(GivenSeries series) {
    return forecasts.of(series);
  }
}
