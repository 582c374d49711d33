package org.kexin.exchange;

/** A row that cannot be used; becomes a {@link Refusal}. Its detail holds no value of the row. */
final class RefusedRowException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  RefusedRowException(String code, String detail) {
    super(detail, null, false, false);
    this.code = code;
  }

  Refusal refusalOf(Row row) {
    return row.refused(code, String.valueOf(getMessage()));
  }
}
