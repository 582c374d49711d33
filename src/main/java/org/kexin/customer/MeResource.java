package org.kexin.customer;

import static org.kexin.access.AttributeClass.BEHAVIOUR;
import static org.kexin.access.AttributeClass.CONTACT;
import static org.kexin.access.AttributeClass.FINANCIAL;
import static org.kexin.access.AttributeClass.IDENTITY;
import static org.kexin.access.AttributeClass.PROFILE;
import static org.kexin.access.AttributeClass.SENSITIVE;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.kexin.access.Discloses;
import org.kexin.access.Roles;
import org.kexin.access.Viewing;
import org.kexin.shared.ProblemException;
import org.kexin.shared.http.Answers;
import org.kexin.shared.http.StatusCodes;

/** The customer's own view. */
@Path("/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "me", description = "What a customer sees of their own record (本人视图).")
public class MeResource {

  private final CustomerService customers;
  private final Viewing viewing;

  MeResource(CustomerService customers, Viewing viewing) {
    this.customers = customers;
    this.viewing = viewing;
  }

  @GET
  @RolesAllowed(Roles.CUSTOMER)
  @Discloses({IDENTITY, CONTACT, FINANCIAL, PROFILE, SENSITIVE, BEHAVIOUR})
  @Operation(
      summary = "Read my own record",
      description = "The customer that the token's claim customer_id names.")
  @StatusCodes(404)
  public RestResponse<CustomerView> getMe() {
    UUID own = viewing.caller().customerId();
    if (own == null) {
      throw ProblemException.notFound();
    }
    CustomerView customer = customers.read(own, Set.of());
    return Answers.versioned(customer, customer.version());
  }
}
