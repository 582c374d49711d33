package org.kexin.analysis;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.algorithm.LeftOut;

/** How a result came about, so that it can be judged and computed again. */
@Schema(description = "How a result came about, so that it can be judged and computed again.")
public record About(
    @Schema(
            description = "The method, with its source.",
            examples = "RFM, rfm-package",
            maxLength = 500)
        String method,
    @Schema(description = "Version of the method here.", examples = "1", maxLength = 20)
        String version,
    @Schema(
            description = "Every parameter in force, given or by default.",
            examples = "{\"returns\":\"EXCLUDED\"}")
        SortedMap<String, @Size(max = 200) String> parameters,
    @Schema(description = "The period looked at.") Window window,
    @Schema(
            description =
                "What was known at this moment counts: when the newest fact read came to be known, so"
                    + " the same question has the same answer until something is new. For roles"
                    + " that may not see individuals it stands still for a while, so that answers"
                    + " cannot be subtracted. Absent where there was nothing to read.")
        @Nullable Instant asOf,
    @Schema(description = "ISO 4217 code of all amounts.", examples = "GBP", maxLength = 3)
        @Nullable String currency,
    @Schema(
            description = "Transactions used; absent where they are of too few customers to show.",
            examples = "18532",
            minimum = "0",
            maximum = "9007199254740991")
        @Nullable Long n,
    @Schema(description = "What was not used, and why.", maxItems = 50) List<Omission> leftOut) {

  /** With what an algorithm left out on top. */
  public About plus(List<LeftOut> more, SmallGroups groups) {
    List<Omission> all = new ArrayList<>(leftOut);
    more.forEach(it -> all.add(Omission.of(it, groups)));
    return new About(method, version, parameters, window, asOf, currency, n, all);
  }

  /**
   * A parameter that is always stated.
   *
   * @throws IllegalArgumentException if it is not
   */
  public String stated(String name) {
    String value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no parameter " + name);
    }
    return value;
  }

  /** With something else on top that was not used. */
  public About plus(Omission one) {
    List<Omission> all = new ArrayList<>(leftOut);
    all.add(one);
    return new About(method, version, parameters, window, asOf, currency, n, all);
  }

  /** With customers on top who are not named, because they do not agree to it. */
  public About plusUnnamed(long customers) {
    if (customers == 0) {
      return this;
    }
    return plus(
        new Omission(
            "NO_PROFILING_CONSENT",
            "Customers not named here, because they do not agree to profiling; sums count them.",
            customers));
  }

  /** A period of whole days; a missing end is open. */
  @Schema(description = "A period of whole days; a missing end is open.")
  public record Window(@Nullable LocalDate from, @Nullable LocalDate to) {}

  /** Something that was not used. */
  @Schema(description = "Something that was not used.")
  public record Omission(
      @Schema(description = "Stable code.", examples = "ANONYMOUS", maxLength = 100) String code,
      @Schema(
              description = "The reason in words.",
              examples = "Transactions without a known customer.",
              maxLength = 500)
          String detail,
      @Schema(
              description = "How many; absent where they are of too few customers to show.",
              examples = "3710",
              minimum = "0",
              maximum = "9007199254740991")
          @Nullable Long count) {

    public static Omission of(SalesPass.Omitted omitted, SmallGroups groups) {
      return new Omission(
          omitted.code(), omitted.detail(), groups.show(omitted.customers(), omitted.count()));
    }

    /** As the other; the customers concerned are at most as many as what is counted. */
    public static Omission of(LeftOut leftOut, SmallGroups groups) {
      return new Omission(
          leftOut.reason().code(),
          leftOut.reason().detail(),
          groups.show(leftOut.count(), leftOut.count()));
    }
  }
}
