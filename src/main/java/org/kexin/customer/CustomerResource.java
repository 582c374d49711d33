package org.kexin.customer;

import static org.kexin.access.AttributeClass.BEHAVIOUR;
import static org.kexin.access.AttributeClass.CONTACT;
import static org.kexin.access.AttributeClass.FINANCIAL;
import static org.kexin.access.AttributeClass.IDENTITY;
import static org.kexin.access.AttributeClass.PROFILE;
import static org.kexin.access.AttributeClass.SENSITIVE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Discloses;
import org.kexin.access.MayBreakGlass;
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;
import org.kexin.shared.Receipt;
import org.kexin.shared.http.Answers;
import org.kexin.shared.http.EntityTags;
import org.kexin.shared.http.Fields;
import org.kexin.shared.http.MergePatch;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.Idempotency;

/** Customers over HTTP. */
@Path("/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "customers", description = "Who a customer is (客户).")
public class CustomerResource {

  private final CustomerService customers;
  private final Idempotency idempotency;

  CustomerResource(CustomerService customers, Idempotency idempotency) {
    this.customers = customers;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PARTNER})
  @NoPersonalData
  @Operation(
      summary = "Create a customer",
      description =
          "Makes a customer with a fresh code. A customer with the same phone, e-mail or document"
              + " makes this a 409 with the ids of the candidates; Allow-Duplicate: true insists.")
  @StatusCodes(201)
  public RestResponse<Receipt> createCustomer(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      @Parameter(description = "Create it although it may be known already.")
          @RestHeader("Allow-Duplicate")
          @Nullable Boolean allowDuplicate,
      NewCustomer customer) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "createCustomer",
            customer,
            Receipt.class,
            () -> customers.create(customer, Boolean.TRUE.equals(allowDuplicate)));
    return Answers.created(at(receipt.id()), receipt);
  }

  @GET
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER
  })
  @Discloses({IDENTITY, CONTACT, FINANCIAL, PROFILE, SENSITIVE, BEHAVIOUR})
  @Operation(
      summary = "List customers",
      description = "Live customers, filtered and in a stable order, a page at a time (客户名册).")
  public CustomerPage listCustomers(
      @Parameter(description = "Only customers of this kind.") @RestQuery @Nullable Kind kind,
      @Parameter(description = "Only customers from this source.") @RestQuery
          @Nullable Source source,
      @Parameter(
              description = "createdAt (the default) or code; a minus in front means descending.",
              schema = @Schema(maxLength = 20, examples = "-createdAt"))
          @RestQuery
          @Nullable String sort,
      @RestQuery @Nullable String fields,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    CustomerQuery query = new CustomerQuery(kind, source, CustomerQuery.Sort.parse(sort));
    PageRequest page = PageRequest.of(pageSize, pageToken, "listCustomers", query);
    return CustomerPage.of(customers.list(query, page, Fields.parse(fields, CustomerView.FIELDS)));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.SERVICE_AGENT,
    Roles.SALES,
    Roles.MARKETING,
    Roles.DATA_STEWARD,
    Roles.PRIVACY_OFFICER,
    Roles.PARTNER
  })
  @Discloses({IDENTITY, CONTACT, FINANCIAL, PROFILE, SENSITIVE, BEHAVIOUR})
  @MayBreakGlass
  @Operation(
      summary = "Read a customer",
      description = "One customer as role and purpose allow; masked members are named in masked.")
  public RestResponse<CustomerView> getCustomer(
      @RestPath UUID id,
      @RestQuery @Nullable String fields,
      @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
    CustomerView customer = customers.read(id, Fields.parse(fields, CustomerView.FIELDS));
    return EntityTags.matches(ifNoneMatch, customer.version())
        ? Answers.notModified(customer.version())
        : Answers.versioned(customer, customer.version());
  }

  @POST
  @Path("/search")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @Discloses({IDENTITY, CONTACT, FINANCIAL, PROFILE, SENSITIVE, BEHAVIOUR})
  @Operation(
      summary = "Search customers",
      description =
          "By part of the name (Chinese too), code, phone, e-mail, document or external id. A POST,"
              + " because personal data never stands in a URL.")
  public CustomerPage searchCustomers(CustomerSearch search) {
    return CustomerPage.of(customers.search(search));
  }

  @POST
  @Path("/{id}/unmaskings")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @Discloses({IDENTITY, CONTACT, FINANCIAL, PROFILE, SENSITIVE, BEHAVIOUR})
  @Operation(
      summary = "Unmask attributes of a customer",
      description =
          "The attributes wanted, in clear, of one customer, for a reason that is kept with the"
              + " access record (明文查看). What role, purpose and consent do not allow is a 403,"
              + " recorded too. It changes nothing, and its answer is kept nowhere, so it takes no"
              + " Idempotency-Key.")
  public CustomerView unmaskCustomer(@RestPath UUID id, Unmasking unmasking) {
    return customers.unmask(id, unmasking);
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @RolesAllowed({Roles.SERVICE_AGENT, Roles.SALES, Roles.DATA_STEWARD})
  @NoPersonalData
  @MayBreakGlass
  @Operation(
      summary = "Change a customer",
      description = "JSON Merge Patch: absent members stay, null removes, lists are replaced.")
  @StatusCodes(409)
  public RestResponse<Receipt> patchCustomer(
      @RestPath UUID id,
      @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      ObjectNode patch) {
    return Answers.changed(customers.patch(id, ifMatch, patch));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({Roles.DATA_STEWARD, Roles.PRIVACY_OFFICER})
  @NoPersonalData
  @Operation(
      summary = "Delete a customer",
      description = "Hides the customer everywhere; the row stays for a grace period.")
  public RestResponse<Void> deleteCustomer(
      @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    customers.delete(id, ifMatch);
    return RestResponse.noContent();
  }

  @PUT
  @Path("/by-external-id/{source}/{externalId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.DATA_STEWARD, Roles.PARTNER})
  @NoPersonalData
  @Operation(
      summary = "Create or replace by external id",
      description = "Repeatable without an Idempotency-Key: the external id is the key.")
  @StatusCodes({200, 201, 409})
  public RestResponse<Receipt> upsertCustomer(
      @Parameter(
              description = "The other system.",
              schema = @Schema(maxLength = 64, pattern = ExternalId.SOURCE, examples = "web-shop"))
          @RestPath
          String source,
      @Parameter(
              description = "The id there; never a phone, e-mail or document.",
              schema = @Schema(maxLength = 128, pattern = ExternalId.VALUE, examples = "17850"))
          @RestPath
          String externalId,
      NewCustomer customer) {
    CustomerService.Upserted upserted =
        customers.upsert(new ExternalId(source, externalId), customer);
    Receipt receipt = upserted.receipt();
    return upserted.created()
        ? Answers.created(at(receipt.id()), receipt)
        : Answers.changed(receipt);
  }

  private static URI at(UUID id) {
    return URI.create("/v1/customers/" + id);
  }
}
