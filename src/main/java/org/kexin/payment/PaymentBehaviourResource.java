package org.kexin.payment;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

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

/** How a customer pays, over HTTP. */
@Path("/v1/customers/{id}/payment-behaviour")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "payments")
public class PaymentBehaviourResource {

  private final PaymentService payments;

  PaymentBehaviourResource(PaymentService payments) {
    this.payments = payments;
  }

  @GET
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @MayBreakGlass
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "Read how a customer pays",
      description =
          "The orders of the last two years that had a last day of payment, by currency: paid in"
              + " time, late, or not yet.")
  public PaymentBehaviourView getPaymentBehaviour(@RestPath UUID id) {
    return payments.behaviour(id);
  }
}
