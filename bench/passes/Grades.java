package org.kexin.analysis.grading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.kexin.analysis.CustomerPass;
import org.kexin.analysis.algorithm.grading.Grade;
import org.kexin.analysis.algorithm.grading.GradingFact;
import org.kexin.analysis.algorithm.grading.GradingTerms;
import org.kexin.customer.Kind;

/** What grading does with all customers, for {@code Passes} beside this file. */
public final class Grades {

  private static final int SCORES = 5;
  private static final int POINTS = 20;

  private Grades() {}

  /** By the three scores, of customers who are all of one kind and none of whom objects. */
  public static Grading of(LocalDate day) {
    GradingTerms terms =
        new GradingTerms(
            List.of(
                by(GradingFact.RECENCY_SCORE, 20),
                by(GradingFact.FREQUENCY_SCORE, 40),
                by(GradingFact.MONETARY_SCORE, 40)),
            List.of(
                new GradingTerms.Requirement(Grade.SUPREME, 90, List.of()),
                new GradingTerms.Requirement(Grade.VIP, 75, List.of()),
                new GradingTerms.Requirement(Grade.ADVANCED, 50, List.of())));
    // Without a reader: these terms ask for no membership.
    return new Grading(
        new GradeTally(
            Kind.INDIVIDUAL,
            terms,
            Set.of(),
            new MembershipFacts(null, null).beside(terms, day, day),
            day));
  }

  private static GradingTerms.Weight by(GradingFact fact, int weight) {
    return new GradingTerms.Weight(
        fact,
        weight,
        IntStream.rangeClosed(1, SCORES)
            .mapToObj(score -> new GradingTerms.Band(BigDecimal.valueOf(score), POINTS * score))
            .toList());
  }

  /** The pass, and what comes behind it. */
  public static final class Grading {
    private final GradeTally tally;

    private Grading(GradeTally tally) {
      this.tally = tally;
    }

    public CustomerPass.Visitor visitor() {
      return tally;
    }

    public void finish(int smallestGroup) {
      tally.finish(smallestGroup);
    }
  }
}
