package org.kexin.transaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;
import org.kexin.shared.http.EntityTags;
import org.kexin.shared.http.MergePatch;

/** Creating, reading and changing products. */
@ApplicationScoped
class ProductService {

  private final Products products;
  private final Violations violations;
  private final MergePatch mergePatch;
  private final Ids ids;
  private final Clock clock;

  ProductService(
      Products products, Violations violations, MergePatch mergePatch, Ids ids, Clock clock) {
    this.products = products;
    this.violations = violations;
    this.mergePatch = mergePatch;
    this.ids = ids;
    this.clock = clock;
  }

  ProductView read(UUID id) {
    return products
        .findByIdOptional(id)
        .map(ProductView::of)
        .orElseThrow(ProblemException::notFound);
  }

  Page<ProductView> list(ProductQuery query, PageRequest page) {
    return Page.of(products.list(query, page), page, query.sort()::keyOf).map(ProductView::of);
  }

  /**
   * @throws ProblemException {@code already-exists} if the code or the id is taken
   */
  @Transactional
  Receipt create(NewProduct document) {
    refuseInvalid(document);
    boolean taken =
        !products.idsByCode(Set.of(document.code())).isEmpty()
            || (document.id() != null && products.findById(document.id()) != null);
    if (taken) {
      throw exists();
    }
    UUID id = document.id() == null ? ids.next() : document.id();
    Product product = new Product(id, document, clock.now());
    try {
      products.persistAndFlush(product);
    } catch (ConstraintViolationException raced) {
      throw exists();
    }
    return receipt(product);
  }

  @Transactional
  Receipt patch(UUID id, @Nullable String ifMatch, ObjectNode patch) {
    Product product = products.findForUpdate(id).orElseThrow(ProblemException::notFound);
    EntityTags.demand(ifMatch, product.version());
    NewProduct before = product.document();
    NewProduct after = mergePatch.apply(before, patch, NewProduct.class);
    refuseInvalid(after);
    if (!id.equals(after.id()) || !after.code().equals(before.code())) {
      throw ProblemException.invalid(
          id.equals(after.id()) ? "/code" : "/id",
          "immutable",
          "Id and code of a product never change.");
    }
    product.restate(after);
    products.flush();
    return receipt(product);
  }

  private void refuseInvalid(NewProduct document) {
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    if (document.id() != null && !Ids.isVersion7(document.id())) {
      problems.add(
          new FieldProblem(
              "/id", "id-invalid", "Make ids as UUID version 7, or leave the member out."));
    }
    ProblemException.demandNone(problems);
  }

  private static ProblemException exists() {
    return new ProblemException(
        ProblemCode.ALREADY_EXISTS, "A product with this code or id exists; change that one.");
  }

  private static Receipt receipt(Product product) {
    return new Receipt(product.id(), product.code(), product.version());
  }
}
