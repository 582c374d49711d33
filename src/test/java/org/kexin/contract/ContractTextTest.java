package org.kexin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;

class ContractTextTest {

  @Test
  void theOrderOfTheGeneratorDoesNotMatter() throws JsonProcessingException {
    String one = "{\"paths\":{\"/b\":{},\"/a\":{}},\"openapi\":\"3.1.0\"}";
    String other = "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{},\"/b\":{}}}";

    assertThat(ContractText.of(one))
        .isEqualTo(ContractText.of(other))
        .isEqualTo("openapi: \"3.1.0\"\npaths:\n  /a: {}\n  /b: {}\n");
  }

  @Test
  void theOrderOfMembersAndExamplesIsKept() throws JsonProcessingException {
    assertThat(ContractText.of("{\"properties\":{\"z\":{\"type\":\"string\"},\"a\":{}}}"))
        .isEqualTo("properties:\n  z:\n    type: string\n  a: {}\n");
  }

  @Test
  void textThatLooksLikeADateOrANumberStaysText() throws JsonProcessingException {
    assertThat(ContractText.of("{\"example\":[\"2026-01-15\",\"12.30\",\"+86\",\"plain\"]}"))
        .isEqualTo("example:\n  - \"2026-01-15\"\n  - \"12.30\"\n  - \"+86\"\n  - plain\n");
  }
}
