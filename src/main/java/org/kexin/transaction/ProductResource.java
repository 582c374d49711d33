package org.kexin.transaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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
import org.kexin.access.NoPersonalData;
import org.kexin.access.Roles;
import org.kexin.shared.PageRequest;
import org.kexin.shared.Receipt;
import org.kexin.shared.http.Answers;
import org.kexin.shared.http.EntityTags;
import org.kexin.shared.http.MergePatch;
import org.kexin.shared.http.StatusCodes;
import org.kexin.shared.idempotency.Idempotency;

/** Products over HTTP. */
@Path("/v1/products")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "products", description = "What is sold (产品).")
public class ProductResource {

  private final ProductService products;
  private final Idempotency idempotency;

  ProductResource(ProductService products, Idempotency idempotency) {
    this.products = products;
    this.idempotency = idempotency;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.DATA_STEWARD, Roles.ADMIN})
  @NoPersonalData
  @Operation(summary = "Create a product", description = "Codes are unique; letter case counts.")
  @StatusCodes({201, 409})
  public RestResponse<Receipt> createProduct(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey, NewProduct product) {
    Receipt receipt =
        idempotency.once(
            idempotencyKey,
            "createProduct",
            product,
            Receipt.class,
            () -> products.create(product));
    return Answers.created(URI.create("/v1/products/" + receipt.id()), receipt);
  }

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
      summary = "List products",
      description = "All products, or the one with a code, in a stable order, a page at a time.")
  public ProductPage listProducts(
      @Parameter(
              description = "Only the product with this code, compared exactly.",
              schema = @Schema(maxLength = Product.MAX_CODE_CHARS, examples = "85123A"))
          @RestQuery
          @Nullable String code,
      @Parameter(
              description = "code (the default) or createdAt; a minus in front means descending.",
              schema = @Schema(maxLength = 20, examples = "-createdAt"))
          @RestQuery
          @Nullable String sort,
      @RestQuery @Nullable Integer pageSize,
      @RestQuery @Nullable String pageToken) {
    ProductQuery query = new ProductQuery(code, ProductQuery.Sort.parse(sort));
    PageRequest page = PageRequest.of(pageSize, pageToken, "listProducts", query);
    return ProductPage.of(products.list(query, page));
  }

  @GET
  @Path("/{id}")
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
  @Operation(summary = "Read a product", description = "One product by its id.")
  public RestResponse<ProductView> getProduct(
      @RestPath UUID id, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
    ProductView product = products.read(id);
    return EntityTags.matches(ifNoneMatch, product.version())
        ? Answers.notModified(product.version())
        : Answers.versioned(product, product.version());
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @RolesAllowed({Roles.DATA_STEWARD, Roles.ADMIN})
  @NoPersonalData
  @Operation(
      summary = "Change a product",
      description = "JSON Merge Patch: absent members stay, null removes. The code stays for ever.")
  public RestResponse<Receipt> patchProduct(
      @RestPath UUID id,
      @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      ObjectNode patch) {
    return Answers.changed(products.patch(id, ifMatch, patch));
  }
}
