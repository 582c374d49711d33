package org.kexin.profile;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.http.Printed;

/** What somebody bought, earned and saved in a year, as the caller may see it. */
@Schema(
    name = "YearlyStatement",
    description = "What somebody bought, earned and saved in a year (年度账单).")
record StatementView(
    UUID customerId,
    @Schema(examples = "2026", minimum = "2000") int year,
    @Schema(description = "Last day that is counted, of the business.", examples = "2026-12-31")
        LocalDate until,
    @Schema(description = "Whether the year is over.") boolean complete,
    @Nullable Figures figures,
    @Schema(description = "What one must know to read the figures.", maxItems = 10)
        List<Sentence> notes,
    @Schema(
            description = "Members left out by the access policy.",
            examples = "[\"figures\"]",
            maxItems = 20)
        List<@Size(max = 100) String> masked)
    implements Printed {

  /** The figures. */
  @Schema(name = "StatementFigures", description = "The figures of a year.")
  record Figures(
      @Schema(description = "In all currencies.", examples = "12", minimum = "0") long orders,
      @Schema(description = "In all currencies.", examples = "1", minimum = "0") long returns,
      @Schema(
              description =
                  "By the code; each in which something was bought in this year or the one before.",
              maxItems = 200)
          List<InCurrency> currencies,
      @Schema(description = "By the codes of the programmes.", maxItems = 100) List<Points> points,
      @Schema(description = "What vouchers took off, by currency.", maxItems = 200)
          List<Saved> vouchers,
      @Schema(
              description =
                  "What settled complaints were worth, by currency. A voucher given so that was"
                      + " redeemed stands among the vouchers too: the two are not to be added.",
              maxItems = 200)
          List<Saved> compensations) {}

  /** What was bought in one currency. */
  @Schema(name = "StatementCurrency", description = "What was bought in one currency.")
  record InCurrency(
      @Schema(description = "ISO 4217 code.", examples = "CNY", maxLength = 3) String currency,
      @Schema(examples = "12", minimum = "0") long orders,
      @Schema(examples = "1", minimum = "0") long returns,
      @Schema(description = "Pieces ordered.", examples = "31", minimum = "0") long pieces,
      @Schema(description = "Pieces that came back.", examples = "2", minimum = "0")
          long piecesReturned,
      @Schema(description = "Worth of the orders.", examples = "1300.50", maxLength = 40)
          String spent,
      @Schema(description = "Worth of the returns.", examples = "20.00", maxLength = 40)
          String returned,
      @Schema(description = "Spent less returned.", examples = "1280.50", maxLength = 40)
          String kept,
      @Schema(description = "Day of the first order of the year.", examples = "2026-01-09")
          @Nullable LocalDate firstOrder,
      @Schema(description = "Day of the last order of the year.", examples = "2026-12-19")
          @Nullable LocalDate lastOrder,
      @Schema(description = "All twelve.", maxItems = 12) List<Month> months,
      @Schema(description = "By amount less returns.", maxItems = 5) List<Part> topProducts,
      @Schema(description = "By amount less returns.", maxItems = 5) List<Part> topCategories,
      Before before) {}

  /** A month. */
  @Schema(name = "StatementMonth", description = "A month.")
  record Month(
      @Schema(examples = "2026-03", maxLength = 7) String month,
      @Schema(examples = "2", minimum = "0") long orders,
      @Schema(examples = "120.00", maxLength = 40) String spent,
      @Schema(examples = "0.00", maxLength = 40) String returned) {}

  /** What is kept of a product or a category. */
  @Schema(name = "StatementPart", description = "What is kept of a product or a category.")
  record Part(
      @Schema(examples = "Longjing tea", maxLength = 200) String name,
      @Schema(description = "Less those that came back.", examples = "4") long pieces,
      @Schema(description = "Less that of returns.", examples = "480.00", maxLength = 40)
          String amount) {}

  /** The same part of the year before. */
  @Schema(
      name = "StatementBefore",
      description = "The year before, up to the same day while the year is not over (同比).")
  record Before(
      @Schema(examples = "2025-12-31") LocalDate until,
      @Schema(examples = "10", minimum = "0") long orders,
      @Schema(examples = "31.00", maxLength = 40) String spent,
      @Schema(examples = "0.00", maxLength = 40) String returned,
      @Schema(
              description = "What was kept this year less what was kept then.",
              examples = "1249.50",
              maxLength = 40)
          String change) {}

  /** What happened to points. */
  @Schema(name = "StatementPoints", description = "What happened to points (积分).")
  record Points(
      @Schema(examples = "tea-club", maxLength = 100) String programmeCode,
      @Schema(examples = "茶友会", maxLength = 200) String programme,
      @Schema(description = "By orders and referrals.", examples = "300") long earned,
      @Schema(description = "For what was returned.", examples = "20") long takenBack,
      @Schema(description = "Less what was given back.", examples = "100") long spent,
      @Schema(examples = "0") long expired,
      @Schema(description = "Given by staff, less what they took.", examples = "50") long adjusted,
      @Schema(description = "With a membership that ended.", examples = "0") long givenUp) {}

  /** What was saved in one currency. */
  @Schema(name = "StatementSaving", description = "What was saved in one currency (节省).")
  record Saved(
      @Schema(description = "ISO 4217 code.", examples = "CNY", maxLength = 3) String currency,
      @Schema(description = "How often.", examples = "2", minimum = "1") long times,
      @Schema(examples = "25.00", maxLength = 40) String amount) {}

  @Override
  public String html(Locale language) {
    return StatementPage.of(this, language);
  }
}
