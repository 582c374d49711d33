package org.kexin.access;

import io.quarkus.arc.All;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kexin.access.Allowance.Meter;
import org.kexin.shared.LimitSource;
import org.kexin.shared.PublishedLimit;

/** The limits of the service, for clients that want to keep within them. */
@Path("/v1/limits")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "limits", description = "How much may be asked for (限额).")
public class LimitResource {

  private final Viewing viewing;
  private final Quotas quotas;
  private final List<LimitSource> sources;

  LimitResource(Viewing viewing, Quotas quotas, @All List<LimitSource> sources) {
    this.viewing = viewing;
    this.quotas = quotas;
    this.sources = sources;
  }

  /** Not for customers: their one client reads one record. */
  @GET
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.ANALYST,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER,
    Roles.ADMIN,
    Roles.PARTNER
  })
  @NoPersonalData
  @Operation(
      summary = "Read the limits",
      description =
          "The caller's quotas of requests and of persons shown, and the limits of bodies, pages,"
              + " batches and files. quotas is empty where this deployment keeps none.")
  public LimitsView readLimits() {
    List<LimitsView.Quota> own =
        quotas.areKept()
            ? quotas.of(viewing.caller()).meters().stream().map(LimitResource::quota).toList()
            : List.of();
    return new LimitsView(
        own,
        sources.stream()
            .flatMap(source -> source.limits().stream())
            .sorted(Comparator.comparing(PublishedLimit::name))
            .toList());
  }

  private static LimitsView.Quota quota(Meter meter) {
    QuotaPolicy policy = meter.policy();
    return new LimitsView.Quota(
        policy.name(),
        policy.perPerson() ? LimitsView.Unit.PERSONS : LimitsView.Unit.REQUESTS,
        policy.quota(),
        policy.window().toSeconds(),
        Math.max(0, meter.bucket().getAvailableTokens()));
  }
}
