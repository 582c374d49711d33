package org.kexin.analysis.distribution;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.SalesQuery;
import org.kexin.customer.CustomerFact;
import org.kexin.customer.Individual;
import org.kexin.shared.ProblemException;

/** What customers are told apart by. */
enum Attribute {
  KIND("Kind", "客户类型") {
    @Override
    String of(CustomerFact customer, int year) {
      return customer.kind().name();
    }
  },
  SOURCE("Source", "客户来源") {
    @Override
    String of(CustomerFact customer, int year) {
      return customer.source().name();
    }
  },
  GENDER("Gender", "性别") {
    @Override
    @Nullable String of(CustomerFact customer, int year) {
      return customer.gender();
    }
  },
  AGE_BAND("Age", "年龄段") {
    @Override
    @Nullable String of(CustomerFact customer, int year) {
      return AgeBand.of(customer.birthYear(), year);
    }

    @Override
    List<String> inOrder() {
      return AgeBand.LABELS;
    }
  },
  INCOME_BAND("Income", "收入水平") {
    @Override
    @Nullable String of(CustomerFact customer, int year) {
      return customer.incomeBand();
    }

    @Override
    List<String> inOrder() {
      return Stream.of(Individual.IncomeBand.values()).map(Enum::name).toList();
    }
  },
  MARITAL_STATUS("Marital status", "婚姻状况") {
    @Override
    @Nullable String of(CustomerFact customer, int year) {
      return customer.maritalStatus();
    }
  },
  OCCUPATION("Occupation", "职业") {
    @Override
    @Nullable String of(CustomerFact customer, int year) {
      return customer.occupation();
    }
  },
  ENTERPRISE_SIZE("Size of the enterprise", "企业规模") {
    @Override
    @Nullable String of(CustomerFact customer, int year) {
      return customer.enterpriseSize();
    }
  },
  INDUSTRY("Industry", "行业") {
    @Override
    @Nullable String of(CustomerFact customer, int year) {
      return customer.industry();
    }
  };

  private final String english;
  private final String chinese;

  Attribute(String english, String chinese) {
    this.english = english;
    this.chinese = chinese;
  }

  /**
   * The value of a customer; null or blank where it is not known.
   *
   * @param year in which ages are counted
   */
  abstract @Nullable String of(CustomerFact customer, int year);

  /** All values in their own order; empty where they have none. */
  List<String> inOrder() {
    return List.of();
  }

  String english() {
    return english;
  }

  String chinese() {
    return chinese;
  }

  /**
   * The attribute of this name.
   *
   * @throws ProblemException {@code parameter-invalid} if there is none
   */
  static Attribute named(String parameter, @Nullable String name) {
    if (name == null) {
      throw ProblemException.parameter(parameter, parameter + " is needed, such as age-band.");
    }
    return SalesQuery.word(Attribute.class, parameter, name, KIND);
  }
}
