package org.kexin.transaction;

import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kexin.shared.FieldProblem;

/**
 * Goods come back and others go out instead: both are recorded or neither.
 *
 * @param returned a return, each line naming the order's line whose goods come back
 * @param replacement an order of the same customer in the same currency
 */
@Schema(description = "Goods that come back and those that go out instead (换货).")
record NewExchange(@NotNull NewTransaction returned, @NotNull NewTransaction replacement) {

  /** What keeps the two from being an exchange; empty if nothing does. */
  List<FieldProblem> contradictions() {
    List<FieldProblem> problems = new ArrayList<>();
    if (returned.kind() != Kind.RETURN) {
      problems.add(
          new FieldProblem("/returned/kind", "kind-mismatch", "What comes back is a RETURN."));
    }
    if (replacement.kind() != Kind.ORDER) {
      problems.add(
          new FieldProblem("/replacement/kind", "kind-mismatch", "What goes out is an ORDER."));
    }
    if (!Objects.equals(returned.customerId(), replacement.customerId())) {
      problems.add(
          new FieldProblem(
              "/replacement/customerId", "customer-mismatch", "An exchange is with one customer."));
    }
    if (!Objects.equals(returned.currency(), replacement.currency())) {
      problems.add(
          new FieldProblem(
              "/replacement/currency",
              "currency-mismatch",
              "An exchange is in one currency; amounts of two are never set off."));
    }
    return problems;
  }
}
