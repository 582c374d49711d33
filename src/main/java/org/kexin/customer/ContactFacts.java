package org.kexin.customer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a customer. Kept in one column, because the class CONTACT is masked, encrypted and
 * erased as one.
 */
record ContactFacts(
    List<Phone> phones,
    List<Email> emails,
    List<PostalAddress> addresses,
    List<ContactPerson> contactPersons) {

  static final ContactFacts NONE = new ContactFacts(List.of(), List.of(), List.of(), List.of());

  /** Where or how a contact point is used. */
  @Schema(name = "ContactLabel", description = "Where or how a contact point is used.")
  public enum Label {
    MOBILE,
    HOME,
    WORK,
    OTHER
  }

  /** A telephone number. */
  @Schema(description = "A telephone number.")
  public record Phone(
      @Schema(
              description =
                  "With country code; numbers without one are read as Chinese. Kept as E.164.",
              examples = "+8613812345678")
          @NotNull
          @Size(min = 3, max = 40)
          String number,
      @Nullable Label label) {}

  /** An e-mail address. */
  @Schema(description = "An e-mail address.")
  public record Email(
      @Schema(examples = "li.ming@example.com") @NotNull @Size(min = 3, max = 254) String address,
      @Nullable Label label) {}

  /** A postal address. */
  @Schema(description = "A postal address.")
  public record PostalAddress(
      @Schema(description = "ISO 3166-1 alpha-2 code.", examples = "CN")
          @Size(min = 2, max = 2)
          @NotNull
          String country,
      @Schema(examples = "浙江省") @Nullable @Size(min = 1, max = 100) String region,
      @Schema(examples = "杭州市") @Nullable @Size(min = 1, max = 100) String city,
      @Schema(examples = "文三路 90 号") @Nullable @Size(min = 1, max = 300) String street,
      @Schema(examples = "310012") @Nullable @Size(min = 1, max = 20) String postalCode,
      @Nullable Label label) {}

  /** A person to speak with at an enterprise. */
  @Schema(description = "A person to speak with at an enterprise.")
  public record ContactPerson(
      @Schema(examples = "陈静") @NotNull @Size(min = 1, max = 200) String name,
      @Schema(examples = "purchasing manager") @Nullable @Size(min = 1, max = 100) String position,
      @Nullable @Valid Phone phone,
      @Nullable @Valid Email email) {}
}
