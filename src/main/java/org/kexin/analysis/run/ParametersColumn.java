package org.kexin.analysis.run;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.SortedMap;
import org.kexin.shared.JsonColumn;

/** Parameters of a run, as JSON. */
class ParametersColumn extends JsonColumn<SortedMap<String, String>> {

  ParametersColumn() {
    super(new TypeReference<>() {});
  }
}
