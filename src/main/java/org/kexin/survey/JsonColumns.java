package org.kexin.survey;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;
import org.kexin.shared.JsonColumn;

/** JSON columns of surveys. */
final class JsonColumns {

  private JsonColumns() {}

  @Converter
  static final class OfWording extends JsonColumn<Wording> {
    OfWording() {
      super(new TypeReference<>() {});
    }
  }

  @Converter
  static final class OfModes extends JsonColumn<List<SurveyMode>> {
    OfModes() {
      super(new TypeReference<>() {});
    }
  }

  @Converter
  static final class OfQuestions extends JsonColumn<List<Question>> {
    OfQuestions() {
      super(new TypeReference<>() {});
    }
  }
}
