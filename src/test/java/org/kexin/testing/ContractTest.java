package org.kexin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kexin.testing.Contract.Operation;

/** The check of answers finds what is not as documented. */
class ContractTest {

  private static final String ID = "0192f1c4-7d5e-7a3b-9c1d-2f4e6a8b0c1d";

  private final Contract contract = new Contract();

  @Test
  void anAnswerAsDocumentedIsAccepted() throws JsonProcessingException {
    assertThat(violations("{'id':'" + ID + "','kind':'INDIVIDUAL','version':0,'masked':[]}"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'ID','version':0}",
        "{'id':'ID','version':0,'masked':[],'surprise':1}",
        "{'id':'ID','version':0,'masked':[],'kind':'ALIEN'}",
        "{'id':'ID','version':0,'masked':[],'kind':null}",
        "{'id':'ID','version':'0','masked':[]}",
        "{'id':'not-a-uuid','version':0,'masked':[]}",
        "{'id':'ID','version':0,'masked':[],'phones':[{}]}"
      })
  void anAnswerThatDiffersIsFound(String body) throws JsonProcessingException {
    assertThat(violations(body.replace("ID'", ID + "'"))).isNotEmpty();
  }

  @Test
  void aLiteralPathIsPreferredToOneWithParameters() {
    assertThat(contract.operation("POST", "/v1/customers/search").map(Operation::id))
        .contains("searchCustomers");
    assertThat(contract.operation("GET", "/v1/customers/" + ID).map(Operation::id))
        .contains("getCustomer");
    assertThat(contract.operation("GET", "/q/health/live")).isEmpty();
  }

  private List<String> violations(String body) throws JsonProcessingException {
    Operation operation = contract.operation("GET", "/v1/customers/" + ID).orElseThrow();
    JsonNode schema =
        contract.answer(operation, 200).path("content").path("application/json").path("schema");
    return contract.violations(
        "test", schema, new ObjectMapper().readTree(body.replace('\'', '"')));
  }
}
