package org.kexin.promotion;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import org.kexin.access.Actor;
import org.kexin.shared.JsonColumn;

/** JSON columns of promotions. */
final class JsonColumns {

  private JsonColumns() {}

  @Converter
  static final class OfPromotion extends JsonColumn<NewPromotion> {
    OfPromotion() {
      super(new TypeReference<>() {});
    }
  }

  @Converter
  static final class OfCriteria extends JsonColumn<AudienceCriteria> {
    OfCriteria() {
      super(new TypeReference<>() {});
    }
  }

  @Converter
  static final class OfActor extends JsonColumn<Actor> {
    OfActor() {
      super(new TypeReference<>() {});
    }
  }
}
