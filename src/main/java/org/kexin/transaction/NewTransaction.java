package org.kexin.transaction;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An order, or a return of ordered goods, to be recorded. Prices and the currency are texts here,
 * so that all that is wrong with a document can be said at once.
 *
 * @param id made by the caller, UUID version 7; null lets the service make one
 * @param customerId null for an anonymous transaction
 */
@Schema(description = "An order, or a return of ordered goods, to be recorded.")
record NewTransaction(
    @Schema(description = "UUID version 7 made by the caller.") @Nullable UUID id,
    @NotNull Kind kind,
    @Schema(
            description = "Which system numbered it, kebab-case.",
            examples = "web-shop",
            defaultValue = DEFAULT_SOURCE)
        @NotNull
        @Size(max = ImportedTransaction.MAX_SOURCE_CHARS)
        @Pattern(
            regexp = ImportedTransaction.SOURCE_PATTERN,
            message = "is kebab-case such as web-shop")
        String source,
    @Schema(description = "Its number there, unique within the source.", examples = "SO-2026-00017")
        @NotNull
        @Size(min = 1, max = ImportedTransaction.MAX_NUMBER_CHARS)
        @Pattern(regexp = "^(\\S(.*\\S)?)?$", message = "neither starts nor ends with a blank")
        String number,
    @Schema(description = "Absent for an anonymous transaction.") @Nullable UUID customerId,
    @NotNull Channel channel,
    @Schema(
            description = "ISO 4217 code, one for all lines.",
            examples = "CNY",
            pattern = "^[A-Z]{3}$",
            maxLength = 3)
        @NotNull
        String currency,
    @Schema(description = "At most one day ahead of now.", examples = "2026-03-01T08:26:00Z")
        @NotNull
        Instant occurredAt,
    @NotNull @Size(min = 1, max = MAX_LINES) List<@Valid Line> lines,
    @Schema(
            description =
                "Last day on which it is paid in time; on orders only, absent where it is paid at"
                    + " once.",
            examples = "2026-03-31")
        @Nullable LocalDate dueOn) {

  /** Lines of one transaction that is recorded through the API, at most. */
  static final int MAX_LINES = 10_000;

  /** Pieces of one line at most. */
  static final int MAX_QUANTITY = 1_000_000_000;

  /** The source of what has none of its own. */
  static final String DEFAULT_SOURCE = "api";

  /** A missing list is an empty one, a missing source is this API. */
  NewTransaction {
    source = Objects.requireNonNullElse(source, DEFAULT_SOURCE);
    lines = lines == null ? List.of() : List.copyOf(lines);
  }

  /**
   * What was bought, or came back.
   *
   * @param productId exactly one of this and {@code productCode} is given
   * @param returnOf the line of an order; on lines of returns only, and on all of them
   */
  @Schema(
      name = "NewTransactionLine",
      description = "What was bought, or came back; give the product's id or its code.")
  record Line(
      @Nullable UUID productId,
      @Schema(examples = "85123A") @Size(min = 1, max = Product.MAX_CODE_CHARS)
          @Nullable String productCode,
      @Schema(description = "Positive, also for a return.", examples = "6")
          @Min(1)
          @Max(MAX_QUANTITY)
          int quantity,
      @Schema(
              description = "Decimal string above zero, at most four decimals.",
              examples = "2.55",
              pattern = "^[0-9]{1,12}(\\.[0-9]{1,4})?$",
              maxLength = 21)
          @NotNull
          String unitPrice,
      @Schema(description = "The order's line whose goods come back; on returns only.") @Valid
          @Nullable LineReference returnOf) {}
}
