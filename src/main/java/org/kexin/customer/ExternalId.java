package org.kexin.customer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The name of a customer in another system. Unique among live customers. */
@Schema(description = "The name of a customer in another system.")
public record ExternalId(
    @Schema(description = "The other system.", examples = "web-shop")
        @NotNull
        @Size(min = 1, max = 64)
        @Pattern(regexp = SOURCE)
        String source,
    @Schema(description = "The id there; never a phone, e-mail or document.", examples = "17850")
        @NotNull
        @Size(min = 1, max = 128)
        @Pattern(regexp = VALUE)
        String value) {

  static final String SOURCE = "[a-z0-9]+(-[a-z0-9]+)*";
  static final String VALUE = "[A-Za-z0-9._:-]+";
}
