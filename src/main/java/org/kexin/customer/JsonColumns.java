package org.kexin.customer;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;
import org.kexin.shared.JsonColumn;

/** JSON columns of {@link Customer}. */
final class JsonColumns {

  private JsonColumns() {}

  @Converter
  static final class OfIndividual extends JsonColumn<Individual> {
    OfIndividual() {
      super(new TypeReference<>() {});
    }
  }

  @Converter
  static final class OfEnterprise extends JsonColumn<Enterprise> {
    OfEnterprise() {
      super(new TypeReference<>() {});
    }
  }

  @Converter
  static final class OfExternalIds extends JsonColumn<List<ExternalId>> {
    OfExternalIds() {
      super(new TypeReference<>() {});
    }
  }
}
