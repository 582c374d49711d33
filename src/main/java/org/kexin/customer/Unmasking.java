package org.kexin.customer;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.FieldProblem;

/**
 * Which attributes of one customer somebody must see in clear, and why.
 *
 * @param attributes members of a {@link CustomerView}
 * @param reason without blanks around, which are no reason
 */
@Schema(description = "Which attributes of one customer must be seen in clear, and why.")
public record Unmasking(
    @Schema(
            description =
                "Members of a customer: name, individual, enterprise, phones, emails, addresses,"
                    + " contactPersons, identityDocument, bankAccounts, creditLimit or externalIds.",
            examples = "[\"phones\"]")
        @NotEmpty
        @Size(min = 1, max = 11)
        List<@NotNull @Size(max = 40) String> attributes,
    @Schema(
            description = "Why (理由); kept with the access record.",
            examples = "Call-back on complaint 4711 was promised.")
        @NotNull
        @Size(min = 10, max = 200)
        String reason) {

  /** Strips the reason. */
  public Unmasking {
    attributes = attributes == null ? List.of() : new ArrayList<>(attributes);
    reason = stripped(reason);
  }

  /** What of the attributes is none that can be masked. */
  List<FieldProblem> unknownAttributes() {
    List<FieldProblem> problems = new ArrayList<>();
    for (int i = 0; i < attributes.size(); i++) {
      String attribute = attributes.get(i);
      if (attribute != null && !CustomerView.CLASSES.containsKey(attribute)) {
        problems.add(
            new FieldProblem(
                "/attributes/" + i,
                "attribute-unknown",
                "Known are " + String.join(", ", CustomerView.CLASSES.keySet()) + "."));
      }
    }
    return problems;
  }

  @SuppressWarnings("NullAway") // a missing value is Bean Validation's to report
  private static String stripped(@Nullable String text) {
    return text == null ? null : text.strip();
  }
}
