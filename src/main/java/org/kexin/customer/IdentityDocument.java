package org.kexin.customer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The document that a customer was identified by. */
@Schema(description = "The document that a customer was identified by.")
public record IdentityDocument(
    @NotNull Type type,
    @Schema(
            description = "The number; a resident id (居民身份证) is checked by GB 11643-1999.",
            examples = "999999197001310028")
        @NotNull
        @Size(min = 4, max = 40)
        String number,
    @Schema(examples = "2035-06-30") @Nullable LocalDate expiresOn) {

  /** Kinds of documents. */
  @Schema(name = "IdentityDocumentType", description = "Kinds of documents (证件类型).")
  public enum Type {
    RESIDENT_ID,
    PASSPORT,
    OTHER
  }
}
