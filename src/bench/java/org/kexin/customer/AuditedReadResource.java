package org.kexin.customer;

import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.kexin.access.NoPersonalData;
import org.kexin.audit.AccessLog;
import org.kexin.audit.AccessRecord;
import org.kexin.audit.SampleRead;
import org.kexin.shared.Clock;
import org.kexin.shared.Columns;
import org.kexin.shared.Hashes;
import org.kexin.shared.Ids;

/**
 * The bare row with an access record committed before the answer: by a bare insert, by a
 * transaction of its own as services usually write (the record, and the row by which the person
 * finds it), or in groups. What {@code ./kexin bench batch} compares; it is compiled only for that
 * (Maven profile bench).
 */
@Path("/bench")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AuditedReadResource {

  private final BareReadResource.Rows rows;
  private final SingleAccess.Log singly;
  private final AccessLog log;
  private final AgroalDataSource source;
  private final Ids ids;
  private final Clock clock;

  AuditedReadResource(
      BareReadResource.Rows rows, SingleAccess.Log singly, AccessLog log, AgroalDataSource source, Ids ids, Clock clock) {
    this.rows = rows;
    this.singly = singly;
    this.log = log;
    this.source = source;
    this.ids = ids;
    this.clock = clock;
  }

  @GET
  @Path("/audited-singly/{id}")
  @PermitAll
  @NoPersonalData
  @Operation(hidden = true)
  public BareCustomer readAuditedSingly(@RestPath UUID id) throws SQLException {
    BareCustomer row = rows.findById(id);
    String line = record(id).toString();
    try (Connection connection = source.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into bench_access (writer, number, written_at, records, leaves)"
                    + " values (?, 0, ?, ?, ?)")) {
      insert.setBytes(1, Columns.bytes(ids.next()));
      insert.setObject(2, Columns.utc(clock.now()));
      insert.setString(3, line);
      insert.setBytes(4, Hashes.sha256().digest(line.getBytes(StandardCharsets.UTF_8)));
      insert.executeUpdate();
    }
    return row;
  }

  @GET
  @Path("/audited-in-transactions/{id}")
  @PermitAll
  @NoPersonalData
  @Operation(hidden = true)
  public BareCustomer readAuditedInTransactions(@RestPath UUID id) {
    BareCustomer row = rows.findById(id);
    AccessRecord record = record(id);
    singly.write(new SingleAccess(record.id(), record.at(), id, record.toString()));
    return row;
  }

  @GET
  @Path("/audited-in-groups/{id}")
  @PermitAll
  @NoPersonalData
  @Operation(hidden = true)
  public BareCustomer readAuditedInGroups(@RestPath UUID id) {
    BareCustomer row = rows.findById(id);
    log.append(record(id)).toCompletableFuture().join();
    return row;
  }

  private AccessRecord record(UUID person) {
    return SampleRead.of(ids.next(), clock.now(), person);
  }
}
