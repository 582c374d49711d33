package org.kexin.analysis.basket;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.shared.http.Drawn;

/** What is bought together. */
@Schema(description = "What is bought together (关联分析).")
public record AssociationsView(
    About about,
    @Schema(description = "Absent where there are too few customers to show.")
        @Nullable Profile profile,
    @Schema(
            description = "Baskets that the smallest support asks for.",
            examples = "99",
            minimum = "1")
        int minimumCount,
    @Schema(
            description = "Rules that reach the confidence, given or not.",
            examples = "463",
            minimum = "0",
            maximum = "9007199254740991")
        long rulesFound,
    @Schema(
            description = "Rules left out for being of too few customers, of those looked at.",
            examples = "0",
            minimum = "0")
        int rulesHeldBack,
    @Schema(description = "In the order asked for.", maxItems = 500) List<RuleRow> rules,
    Sets sets,
    @Schema(description = "Why rules or sets are missing; empty when none are.", maxItems = 10)
        List<Cut> cuts)
    implements Drawn {

  /** Copies the lists. */
  public AssociationsView {
    rules = List.copyOf(rules);
    cuts = List.copyOf(cuts);
  }

  @Override
  public String svg(Locale language) {
    return AssociationCharts.rules(this).svg(language);
  }

  /** How many baskets there are and how full they are. */
  @Schema(description = "How many baskets there are and how full they are.")
  public record Profile(
      @Schema(examples = "9835") int baskets,
      @Schema(description = "Different items.", examples = "169") int items,
      @Schema(description = "Items of a basket; absent without baskets.", examples = "4.4095")
          @Nullable Double meanSize,
      @Schema(
              description = "Share of the items that a basket holds; absent without baskets.",
              examples = "0.0261")
          @Nullable Double density,
      @Schema(description = "The items in most baskets.", maxItems = 10) List<Set> topItems) {

    /** Copies the items. */
    public Profile {
      topItems = List.copyOf(topItems);
    }
  }

  /** Something that is bought. */
  @Schema(description = "A product, or a category.")
  public record Thing(
      @Schema(
              description = "Code of the product, or the category.",
              examples = "85123A",
              maxLength = 200)
          String code,
      @Schema(
              description = "Absent for a category, or where it is not known.",
              examples = "White hanging heart T-light holder",
              maxLength = 500)
          @Nullable String name,
      @Schema(description = "Absent for a category.") @Nullable UUID productId) {}

  /** Items that occur together. */
  @Schema(description = "Items that occur together.")
  public record Set(
      @Schema(maxItems = 1000) List<Thing> items,
      @Schema(description = "Baskets with all of them.", examples = "736") int count,
      @Schema(description = "Share of the baskets.", examples = "0.0748") double support) {

    /** Copies the items. */
    public Set {
      items = List.copyOf(items);
    }
  }

  /** Who buys the left side often buys the right side. */
  @Schema(description = "Who buys the left side often buys the right side.")
  public record RuleRow(
      @Schema(description = "The left side.", maxItems = 10) List<Thing> antecedent,
      @Schema(description = "The right side.", maxItems = 10) List<Thing> consequent,
      @Schema(description = "Baskets with both.", examples = "69") int count,
      @Schema(description = "Baskets with the left side.", examples = "160") int antecedentCount,
      @Schema(description = "Baskets with the right side.", examples = "1072") int consequentCount,
      @Schema(description = "Known customers who had both in one basket.", examples = "64")
          int customers,
      @Schema(examples = "0.0070") double support,
      @Schema(examples = "0.4313") double confidence,
      @Schema(description = "1 when independent (提升度).", examples = "3.9565") double lift,
      @Schema(examples = "0.0052") double leverage,
      @Schema(
              description = "Absent when it is infinite or undefined, see convictionReason.",
              examples = "1.5666")
          @Nullable Double conviction,
      @Schema(examples = "NEVER_WRONG", maxLength = 100) @Nullable String convictionReason,
      @Schema(
              description = "Zhang's measure, −1 to 1; absent when undefined, see zhangReason.",
              examples = "0.7596")
          @Nullable Double zhang,
      @Schema(examples = "ANTECEDENT_ALWAYS", maxLength = 100) @Nullable String zhangReason,
      @Schema(examples = "0.0593") double jaccard) {

    /** Copies both sides. */
    public RuleRow {
      antecedent = List.copyOf(antecedent);
      consequent = List.copyOf(consequent);
    }
  }

  /** Frequent sets. */
  @Schema(description = "Frequent sets, of the kind asked for.")
  public record Sets(
      @Schema(description = "How many, without those held back.", examples = "333") int found,
      @Schema(
              description = "Sets left out for being of too few customers.",
              examples = "0",
              minimum = "0")
          int heldBack,
      @Schema(description = "How many of each length.", maxItems = 1000) List<OfLength> byLength,
      @Schema(description = "The most frequent ones.", maxItems = 500) List<Set> most) {

    /** Copies the lists. */
    public Sets {
      byLength = List.copyOf(byLength);
      most = List.copyOf(most);
    }
  }

  /** Sets of so many items. */
  @Schema(description = "Sets of so many items.")
  public record OfLength(@Schema(examples = "2") int length, @Schema(examples = "213") int sets) {}

  /** Why something is missing. */
  @Schema(description = "Why something is missing.")
  public record Cut(
      @Schema(description = "Stable code.", examples = "STOPPED", maxLength = 100) String code,
      @Schema(
              description = "The reason in words.",
              examples = "The search was ended by its time limit; the answer is a part.",
              maxLength = 500)
          String detail) {}
}
