package org.kexin.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kexin.access.Viewing;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.ProblemException;
import org.kexin.transaction.ProductDirectory;
import org.kexin.transaction.SalesDirectory;

/** Whether what a complaint refers to is there: customer, category, product, order or return. */
@ApplicationScoped
class ComplaintReferences {

  private final ComplaintCategories categories;
  private final CustomerDirectory customers;
  private final ProductDirectory products;
  private final SalesDirectory sales;
  private final Viewing viewing;

  ComplaintReferences(
      ComplaintCategories categories,
      CustomerDirectory customers,
      ProductDirectory products,
      SalesDirectory sales,
      Viewing viewing) {
    this.categories = categories;
    this.customers = customers;
    this.products = products;
    this.sales = sales;
    this.viewing = viewing;
  }

  /** What does not exist, or is not this customer's. */
  List<FieldProblem> problems(UUID customer, ComplaintFacts facts) {
    List<FieldProblem> problems = new ArrayList<>();
    UUID product = facts.productId();
    UUID transaction = facts.transactionId();
    if (!customers.exists(customer)) {
      problems.add(new FieldProblem("/customerId", "unknown", "There is no such customer."));
    }
    if (categories.findById(facts.categoryId()) == null) {
      problems.add(
          new FieldProblem("/categoryId", "unknown", "Use one of GET /v1/complaint-categories."));
    }
    if (product != null && !isProduct(product)) {
      problems.add(new FieldProblem("/productId", "unknown", "There is no such product."));
    }
    if (transaction != null && !isOf(transaction, customer)) {
      problems.add(
          new FieldProblem(
              "/transactionId", "unknown", "This customer has no such order or return."));
    }
    return problems;
  }

  /**
   * The customer that the caller is.
   *
   * @throws ProblemException {@code not-found} if the caller is none
   */
  UUID own() {
    UUID own = viewing.caller().customerId();
    if (own == null || !customers.exists(own)) {
      throw ProblemException.notFound();
    }
    return own;
  }

  private boolean isProduct(UUID id) {
    return products.existing(Set.of(id)).contains(id);
  }

  private boolean isOf(UUID transaction, UUID customer) {
    return sales.find(transaction).filter(sale -> customer.equals(sale.customerId())).isPresent();
  }
}
