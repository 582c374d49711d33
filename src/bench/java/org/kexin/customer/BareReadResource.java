package org.kexin.customer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.kexin.access.NoPersonalData;

/**
 * The row of a customer as it is: no token, no policy, no audit, nothing decrypted. What {@code
 * ./kexin bench read} compares the real read with; it is compiled only for that (Maven profile
 * bench).
 */
@Path("/bench/customers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class BareReadResource {

  private final Rows rows;

  BareReadResource(Rows rows) {
    this.rows = rows;
  }

  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<BareCustomer, UUID> {}

  @GET
  @Path("/{id}")
  @PermitAll
  @NoPersonalData
  @Operation(hidden = true)
  public BareCustomer readBare(@RestPath UUID id) {
    return rows.findById(id);
  }
}
