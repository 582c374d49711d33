package org.kexin.customer;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;
import org.hibernate.type.StandardBasicTypes;

/**
 * Makes {@code name_match(column, phrase)} known to HQL: MySQL's full-text search in boolean mode,
 * whose result is a relevance above zero where the phrase is found.
 */
public final class NameMatch implements FunctionContributor {

  static final String FUNCTION = "name_match";

  @Override
  public void contributeFunctions(FunctionContributions functions) {
    functions
        .getFunctionRegistry()
        .registerPattern(
            FUNCTION,
            "match(?1) against (?2 in boolean mode)",
            functions
                .getTypeConfiguration()
                .getBasicTypeRegistry()
                .resolve(StandardBasicTypes.DOUBLE));
  }
}
