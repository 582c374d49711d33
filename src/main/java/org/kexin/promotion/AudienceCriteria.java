package org.kexin.promotion;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.customer.CustomerTraits;
import org.kexin.customer.Individual;
import org.kexin.customer.Kind;
import org.kexin.customer.Source;

/**
 * Whom an audience picks; all criteria must fit, missing ones do not matter. Only what stands in
 * clear is asked for: sealed facts would have to be opened for everybody.
 *
 * @param ageFrom in full years at the start of the promotion
 */
@Schema(description = "Whom an audience picks (筛选条件); all must fit, absent ones do not matter.")
record AudienceCriteria(
    @Nullable Kind kind,
    @Schema(description = "One of these.", examples = "[\"north\"]") @Size(max = 50)
        List<@NotNull @Size(min = 1, max = 100) String> departments,
    @Schema(description = "One of these.") @Size(max = 20) List<Source> sources,
    @Schema(description = "Known since then or later.", examples = "2020-01-01T00:00:00Z")
        @Nullable Instant createdFrom,
    @Schema(description = "Known since before then.", examples = "2099-01-01T00:00:00Z")
        @Nullable Instant createdUntil,
    @Schema(description = "One of these.") @Size(max = 10) List<Individual.Gender> genders,
    @Schema(description = "Full years at the start, at least.", examples = "18") @Min(0) @Max(150)
        @Nullable Integer ageFrom,
    @Schema(description = "Full years at the start, at most.", examples = "150") @Min(0) @Max(150)
        @Nullable Integer ageTo,
    @Valid @Nullable PastPurchases purchases) {

  /** Missing lists are empty ones. */
  AudienceCriteria {
    departments = departments == null ? List.of() : List.copyOf(departments);
    sources = sources == null ? List.of() : List.copyOf(sources);
    genders = genders == null ? List.of() : List.copyOf(genders);
  }

  /**
   * Whether it picks people by what they did or are like, and not only by where they stand with the
   * company: then only who agrees to profiling is picked, as marketing sees such facts of nobody
   * else.
   */
  boolean profiles() {
    return purchases != null || !genders.isEmpty() || ageFrom != null || ageTo != null;
  }

  /** What it asks of a customer's own row, for a promotion that starts at a moment. */
  CustomerTraits traits(Instant start) {
    LocalDate today = LocalDate.ofInstant(start, ZoneOffset.UTC);
    return new CustomerTraits(
        kind,
        Set.copyOf(departments),
        Set.copyOf(sources),
        createdFrom,
        createdUntil == null || createdUntil.isAfter(start) ? start : createdUntil,
        Set.copyOf(genders),
        ageTo == null ? null : today.minusYears(ageTo + 1L).plusDays(1),
        ageFrom == null ? null : today.minusYears(ageFrom));
  }

  /** Whether there may be new customers among those it picks. */
  boolean mayHoldNew(BuyerTerms terms, Instant at) {
    return purchases == null || !purchases.demandsOrderSince(terms.newSince(at));
  }

  /**
   * Whether there may be loyal customers among those it picks. An audience of those who became
   * known only lately is one of newcomers, however often they ordered since.
   */
  boolean mayHoldLoyal(BuyerTerms terms, Instant at) {
    Instant since = terms.loyalSince(at);
    return (createdFrom == null || createdFrom.isBefore(since))
        && (purchases == null || !purchases.leavesOut(terms.loyalOrders(), since, at));
  }
}
