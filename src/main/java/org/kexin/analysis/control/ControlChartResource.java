package org.kexin.analysis.control;

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

/** Control charts of figures that callers bring, over HTTP. */
@Path("/v1/analysis/control-charts")
@Produces({MediaType.APPLICATION_JSON, Drawn.SVG})
@RunOnVirtualThread
@Tag(name = "analysis")
public class ControlChartResource {

  private final GivenCharts charts;

  ControlChartResource(GivenCharts charts) {
    this.charts = charts;
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
      summary = "Draw a control chart",
      description =
          "Shares, counts, rates, or means and ranges that the caller sends, against what chance"
              + " alone would make (控制图); nothing is kept of them. See"
              + " docs/analyses/control-charts.md.")
  public ControlChartView drawControlChart(GivenPoints points) {
    return charts.of(points);
  }
}
