package org.kexin.exchange;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kexin.testing.People;

/** Files of customers whom no other test knows. */
final class ImportFiles {

  static final String HEADER = "kind,name,phone,email,externalSource,externalId,source\n";

  private ImportFiles() {}

  static String people(int count) {
    return HEADER
        + IntStream.range(0, count).mapToObj(i -> person("SURVEY")).collect(Collectors.joining());
  }

  static String person(String source) {
    return String.join(
            ",",
            "INDIVIDUAL",
            People.aChineseName(),
            People.aPhone(),
            People.anEmail(),
            "crm",
            People.digits(12),
            source)
        + "\n";
  }

  static String ndjson(String externalId, String phone, String birthDate) {
    return """
    {"kind":"INDIVIDUAL","name":"李明","source":"FAIR","individual":{"birthDate":"%s"},\
    "phones":[{"number":"%s"}],"externalIds":[{"source":"crm","value":"%s"}]}
    """
        .formatted(birthDate, phone, externalId);
  }
}
