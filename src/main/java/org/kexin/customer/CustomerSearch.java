package org.kexin.customer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is known of a customer that is looked for; all members given must fit. */
@Schema(description = "What is known of a customer that is looked for; all members given must fit.")
public record CustomerSearch(
    @Schema(description = "A part of the name, at least one character.", examples = "张伟")
        @Nullable
        @Size(min = 1, max = 100)
        String name,
    @Schema(description = "The customer code, as spoken or written.", examples = "4821 0937 5516")
        @Nullable
        @Size(min = 1, max = 40)
        String code,
    @Schema(examples = "+8613812345678") @Nullable @Size(min = 3, max = 40) String phone,
    @Schema(examples = "li.ming@example.com") @Nullable @Size(min = 3, max = 254) String email,
    @Schema(description = "Number of a document or credit code.", examples = "999999197001310028")
        @Nullable
        @Size(min = 4, max = 40)
        String documentNumber,
    @Nullable @Valid ExternalId externalId,
    @Schema(description = "Rows wanted, capped at 200.", minimum = "1", examples = "50")
        @Nullable Integer pageSize,
    @Schema(
            description = "The nextPageToken of the same search.",
            examples = "q1rW0X3n8rIBkvHE",
            maxLength = 200)
        @Nullable String pageToken) {

  boolean isEmpty() {
    return name == null
        && code == null
        && phone == null
        && email == null
        && documentNumber == null
        && externalId == null;
  }
}
