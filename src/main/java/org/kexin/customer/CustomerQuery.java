package org.kexin.customer;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.ProblemException;

/** Filters and order of the customer list. */
record CustomerQuery(@Nullable Kind kind, @Nullable Source source, Sort sort) {

  /** Orders a list can have; both are unique, so a page never skips or repeats a row. */
  enum Sort {
    ID("id", ">", ""),
    ID_DESCENDING("id", "<", " desc"),
    CODE("code", ">", ""),
    CODE_DESCENDING("code", "<", " desc");

    final String column;
    final String beyond;
    private final String direction;

    Sort(String column, String beyond, String direction) {
      this.column = column;
      this.beyond = " " + beyond;
      this.direction = direction;
    }

    /**
     * @throws ProblemException {@code parameter-invalid} if {@code text} is not one of createdAt,
     *     -createdAt, code, -code
     */
    static Sort parse(@Nullable String text) {
      return switch (text == null ? "createdAt" : text) {
        case "createdAt" -> ID;
        case "-createdAt" -> ID_DESCENDING;
        case "code" -> CODE;
        case "-code" -> CODE_DESCENDING;
        default ->
            throw ProblemException.parameter(
                "sort", "Sort by createdAt or code; a minus in front means descending.");
      };
    }

    /** Ids are UUID version 7, so their order is that of creation. */
    boolean isById() {
      return column.equals("id");
    }

    String clause() {
      return "c." + column + direction;
    }

    /** The order of the rows: keys are compared as the database compares the columns. */
    Comparator<Customer> order() {
      Comparator<Customer> ascending = Comparator.comparing(this::keyOf);
      return direction.isEmpty() ? ascending : ascending.reversed();
    }

    String keyOf(Customer customer) {
      return isById() ? customer.id().toString() : customer.code();
    }
  }
}
