package org.kexin.transaction;

import org.jspecify.annotations.Nullable;
import org.kexin.shared.ProblemException;

/** Filter and order of the list of products. */
record ProductQuery(@Nullable String code, Sort sort) {

  /** Orders a list can have; all are unique, so a page never skips or repeats a row. */
  enum Sort {
    ID("p.id", ">", ""),
    ID_DESCENDING("p.id", "<", " desc"),
    CODE("p.code", ">", ""),
    CODE_DESCENDING("p.code", "<", " desc");

    private final String column;
    private final String comparison;
    private final String direction;

    Sort(String column, String comparison, String direction) {
      this.column = column;
      this.comparison = comparison;
      this.direction = direction;
    }

    /**
     * @throws ProblemException {@code parameter-invalid} if {@code text} is not one of code, -code,
     *     createdAt, -createdAt
     */
    static Sort parse(@Nullable String text) {
      return switch (text == null ? "code" : text) {
        case "code" -> CODE;
        case "-code" -> CODE_DESCENDING;
        case "createdAt" -> ID;
        case "-createdAt" -> ID_DESCENDING;
        default ->
            throw ProblemException.parameter(
                "sort", "Sort by code or createdAt; a minus in front means descending.");
      };
    }

    /** Ids are UUID version 7, so their order is that of creation. */
    boolean isById() {
      return column.equals("p.id");
    }

    String beyond() {
      return column + " " + comparison + " :after";
    }

    String clause() {
      return column + direction;
    }

    String keyOf(Product product) {
      return isById() ? product.id().toString() : product.code();
    }
  }
}
