package org.kexin.payment;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Discloses;
import org.kexin.access.MayBreakGlass;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.Receipt;
import org.kexin.shared.http.Answers;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.About;
import org.kexin.shared.idempotency.Idempotency;

/** Payments over HTTP. */
@Path("/v1/transactions/{id}/payments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "payments", description = "How orders are paid and returns refunded (付款).")
public class PaymentResource {

  private final PaymentService payments;
  private final Idempotency idempotency;

  PaymentResource(PaymentService payments, Idempotency idempotency) {
    this.payments = payments;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PARTNER})
  @MayBreakGlass
  @NoPersonalData
  @Operation(
      summary = "Record a payment",
      description =
          "Of an order, or a refund of a return; in its currency, and in all never more than its"
              + " total.")
  @StatusCodes(201)
  public RestResponse<Receipt> recordPayment(
      @RestPath UUID id,
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      NewPayment payment) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "recordPayment",
            new About(id, payment),
            Receipt.class,
            () -> payments.record(id, payment));
    return Answers.created(URI.create("/v1/transactions/" + id + "/payments"), receipt);
  }

  @GET
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @MayBreakGlass
  @Discloses(BEHAVIOUR)
  @Operation(
      summary = "Read how far a transaction is paid",
      description = "What is to be paid, what was paid, and each payment.")
  public PaymentsView getPayments(@RestPath UUID id) {
    return payments.of(id);
  }
}
