package org.kexin.customer;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.kexin.access.NoPersonalData;

/**
 * The row of a customer as it is: no token, no policy, no audit. What {@code ./kexin bench read}
 * compares the real read with; it is compiled only for that (Maven profile bench).
 */
@Path("/bench/customers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class BareReadResource {

  private final Customers customers;

  BareReadResource(Customers customers) {
    this.customers = customers;
  }

  @GET
  @Path("/{id}")
  @PermitAll
  @NoPersonalData
  @Operation(hidden = true)
  public NewCustomer readBare(@RestPath UUID id) {
    return customers.findById(id).document();
  }
}
