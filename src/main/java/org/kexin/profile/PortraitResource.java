package org.kexin.profile;

import static org.kexin.access.AttributeClass.BEHAVIOUR;
import static org.kexin.access.AttributeClass.CONTACT;
import static org.kexin.access.AttributeClass.FINANCIAL;
import static org.kexin.access.AttributeClass.IDENTITY;

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
import org.kexin.access.Discloses;
import org.kexin.access.MayBreakGlass;
import org.kexin.access.Roles;
import org.kexin.shared.http.Printed;
import org.kexin.shared.http.RequestContext;

/** A customer's portrait over HTTP. */
@Path("/v1/customers/{id}/portrait")
@RunOnVirtualThread
@Tag(name = "customers")
public class PortraitResource {

  private final PortraitService portraits;
  private final RequestContext context;

  PortraitResource(PortraitService portraits, RequestContext context) {
    this.portraits = portraits;
    this.context = context;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Printed.HTML})
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @MayBreakGlass
  @Discloses({IDENTITY, CONTACT, FINANCIAL, BEHAVIOUR})
  @Operation(
      summary = "Read a customer's portrait",
      description =
          "One customer in short (客户画像): who they are, where they stand, what they bought, what is"
              + " going on with them and what is derived of them, also in sentences of the language"
              + " asked for; as a page where text/html is asked for. Of who objects to profiling"
              + " there are facts alone. See docs/analyses/portrait.md.")
  public PortraitView getPortrait(@RestPath UUID id) {
    return portraits.of(id, context.language());
  }
}
