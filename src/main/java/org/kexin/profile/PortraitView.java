package org.kexin.profile;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.insight.Insight;
import org.kexin.customer.Introduction;
import org.kexin.lifecycle.LifeCycleStage;
import org.kexin.shared.http.Printed;

/** One customer in short, as the caller may see them. */
@Schema(name = "Portrait", description = "One customer in short (客户画像).")
record PortraitView(
    UUID customerId,
    Introduction who,
    @Nullable Standing standing,
    @Nullable Purchases purchases,
    @Nullable Service service,
    @Schema(description = "Open memberships by the codes of their programmes.", maxItems = 100)
        @Nullable List<Membership> memberships,
    @Schema(description = "Absent where they are withheld or hidden.", maxItems = 100)
        @Nullable List<Insight> insights,
    @Schema(
            description = "Why nothing is derived, as in the insights.",
            examples = "NO_PROFILING",
            maxLength = 40)
        @Nullable String withheld,
    @Schema(description = "The same in words; what is masked is not said.", maxItems = 300)
        List<Sentence> sentences,
    @Schema(
            description = "Members shown masked or left out by the access policy.",
            examples = "[\"who.region\"]",
            maxItems = 20)
        List<@Size(max = 100) String> masked)
    implements Printed {

  /** Where they stand. */
  @Schema(name = "PortraitStanding", description = "Where they stand (生命周期阶段).")
  record Standing(
      LifeCycleStage stage,
      @Schema(description = "Day of the business.", examples = "2026-03-01") LocalDate since) {}

  /** What they bought, ever. */
  @Schema(name = "PortraitPurchases", description = "What they bought, ever (购买概况).")
  record Purchases(
      @Schema(description = "By the code of the currency; empty where nothing.", maxItems = 200)
          List<InCurrency> currencies) {}

  /** What they bought in one currency. */
  @Schema(name = "PortraitCurrency", description = "What they bought in one currency.")
  record InCurrency(
      @Schema(description = "ISO 4217 code.", examples = "CNY", maxLength = 3) String currency,
      @Schema(examples = "12", minimum = "0") long orders,
      @Schema(examples = "1", minimum = "0") long returns,
      @Schema(description = "Orders less returns, exact.", examples = "1280.50", maxLength = 40)
          String revenue,
      @Schema(description = "Day of the business.", examples = "2026-03-01")
          @Nullable LocalDate lastOrder,
      @Schema(description = "By amount less returns; three at most.", maxItems = 3)
          List<Share> topCategories) {}

  /** What is kept of a category. */
  @Schema(name = "PortraitCategory", description = "What is kept of a category (品类).")
  record Share(
      @Schema(examples = "tea", maxLength = 100) String category,
      @Schema(examples = "880.00", maxLength = 40) String amount) {}

  /** What is going on with them: counts only. */
  @Schema(name = "PortraitService", description = "What is going on with them (服务概况).")
  record Service(
      @Schema(examples = "1", minimum = "0") long openComplaints,
      @Schema(examples = "2", minimum = "0") long openTasks,
      @Nullable Satisfaction satisfaction) {}

  /** What they answered last to a question for satisfaction. */
  @Schema(name = "PortraitSatisfaction", description = "The last answer (最近满意度).")
  record Satisfaction(
      @Schema(examples = "4", minimum = "1") int score,
      @Schema(description = "The best there is.", examples = "5", minimum = "1") int of,
      @Schema(description = "Day in UTC.", examples = "2026-03-01") LocalDate on) {}

  /** A membership. */
  @Schema(name = "PortraitMembership", description = "A membership (会员).")
  record Membership(
      @Schema(examples = "tea-club", maxLength = 100) String programmeCode,
      @Schema(examples = "茶友会", maxLength = 200) String programme,
      @Schema(description = "Code; absent for none.", examples = "gold", maxLength = 32)
          @Nullable String level,
      @Schema(description = "Available less owed.", examples = "1250") long points) {}

  /** This portrait with its sentences. */
  PortraitView saying(List<Sentence> said) {
    return new PortraitView(
        customerId,
        who,
        standing,
        purchases,
        service,
        memberships,
        insights,
        withheld,
        said,
        masked);
  }

  @Override
  public String html(Locale language) {
    return PortraitPage.of(this, language);
  }
}
