package org.kexin.analysis.basket;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Asked;

/** Query parameters of associations. */
public record AssociationParameters(
    @Parameter(description = "Last day of the period; absent for all to the end.") @RestQuery
        @Nullable LocalDate to,
    @Parameter(
            description =
                "included (the default) or excluded: whether baskets without a customer count.",
            schema = @Schema(maxLength = 20, examples = "included"))
        @RestQuery
        @Nullable String anonymous,
    @Parameter(
            description = "Smallest share of baskets, above 0 to 1; 0.01 when absent.",
            schema =
                @Schema(
                    type = SchemaType.NUMBER,
                    format = "double",
                    minimum = "0",
                    maximum = "1",
                    examples = "0.01"))
        @RestQuery
        @Nullable BigDecimal support,
    @Parameter(
            description = "Smallest confidence of a rule, 0 to 1; 0.25 when absent.",
            schema =
                @Schema(
                    type = SchemaType.NUMBER,
                    format = "double",
                    minimum = "0",
                    maximum = "1",
                    examples = "0.25"))
        @RestQuery
        @Nullable BigDecimal confidence,
    @Parameter(
            description = "What is an item: product (the default) or category.",
            schema = @Schema(maxLength = 20, examples = "product"))
        @RestQuery
        @Nullable String by,
    @Parameter(
            description =
                "What belongs together: basket (the default), one order, or customer, all that one"
                    + " customer bought.",
            schema = @Schema(maxLength = 20, examples = "basket"))
        @RestQuery
        @Nullable String per,
    @Parameter(
            description = "Items on the right side of a rule: one (the default) or any number.",
            schema = @Schema(maxLength = 20, examples = "one"))
        @RestQuery
        @Nullable String consequents,
    @Parameter(
            description =
                "Which sets are given: frequent (the default), closed (no larger set is as"
                    + " frequent) or maximal (no larger set is frequent).",
            schema = @Schema(maxLength = 20, examples = "frequent"))
        @RestQuery
        @Nullable String sets,
    @Parameter(
            description = "Rules and sets at most, 1 to 500; 500 when absent.",
            schema = @Schema(minimum = "1", maximum = "500", examples = "100"))
        @RestQuery
        @Nullable Integer limit,
    @Parameter(
            description = "Which rules come first: by lift (the default), confidence or support.",
            schema = @Schema(maxLength = 20, examples = "lift"))
        @RestQuery
        @Nullable String order,
    @Parameter(
            description =
                "Only lines of products of this category (产品类别), written as in the catalogue; all"
                    + " when absent. Refused to roles that may not see individuals.",
            schema = @Schema(maxLength = 100, examples = "Lanterns"))
        @RestQuery
        @Nullable String category) {

  static AssociationParameters of(Asked asked) {
    return new AssociationParameters(
        asked.day("to"),
        asked.text("anonymous"),
        asked.decimal("support"),
        asked.decimal("confidence"),
        asked.text("by"),
        asked.text("per"),
        asked.text("consequents"),
        asked.text("sets"),
        asked.number("limit"),
        asked.text("order"),
        asked.text("category"));
  }
}
