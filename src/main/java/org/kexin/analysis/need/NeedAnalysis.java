package org.kexin.analysis.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.About;
import org.kexin.analysis.Answering;
import org.kexin.analysis.Asked;
import org.kexin.analysis.Effort;
import org.kexin.analysis.LongAnalysis;
import org.kexin.analysis.SalesParameters;
import org.kexin.analysis.SalesPass;
import org.kexin.analysis.SalesQuery;
import org.kexin.analysis.SmallGroups;
import org.kexin.transaction.LinesReader.ProductLabel;

/** How many customers are due for what. */
@ApplicationScoped
class NeedAnalysis implements LongAnalysis<NeedQuestion> {

  private final SalesPass sales;
  private final Answering answering;

  NeedAnalysis(SalesPass sales, Answering answering) {
    this.sales = sales;
    this.answering = answering;
  }

  @Override
  public String name() {
    return "needs";
  }

  @Override
  public NeedQuestion question(Asked asked) {
    return NeedQuestion.of(SalesParameters.of(asked), NeedParameters.of(asked));
  }

  /** For the present caller. */
  NeedsView answer(NeedQuestion question) {
    return answer(question, answering.groups(), answering.effort());
  }

  /** What was counted, and what the items are called. */
  private record Counted(NeedTally tally, Map<String, String> names) {}

  @Override
  public NeedsView answer(NeedQuestion question, SmallGroups groups, Effort effort) {
    if (!groups.individualsAllowed()) {
      question.demandUsual();
    }
    SalesQuery query = answering.fit(question.sales(), groups);
    LocalDate reference =
        Objects.requireNonNullElseGet(
            question.referenceDate(), () -> answering.day(query.knownAt()));
    SalesPass.Outcome<Counted> outcome =
        answering.compute(effort, () -> count(question, query, reference));
    NeedTally tally = outcome.result().tally();
    About about =
        answering.about(
            OwnNeeds.METHOD,
            query,
            question.stated(reference),
            outcome.tally(),
            tally.buyers(),
            groups);
    return new NeedFindings(tally, outcome.result().names(), groups).view(about, question.top());
  }

  private SalesPass.Outcome<Counted> count(
      NeedQuestion question, SalesQuery query, LocalDate reference) {
    Map<UUID, ProductLabel> labels = sales.products();
    NeedTally tally = new NeedTally(reference, question.within(), naming(question.by(), labels));
    SalesPass.Tally passed = sales.readLines(query, tally::add);
    return new SalesPass.Outcome<>(
        new Counted(tally.finish(), question.by() == NeedBy.PRODUCT ? names(labels) : Map.of()),
        passed);
  }

  private static Function<UUID, @Nullable String> naming(
      NeedBy by, Map<UUID, ProductLabel> labels) {
    return product -> {
      ProductLabel label = labels.get(product);
      if (label == null) {
        return null;
      }
      return by == NeedBy.PRODUCT ? label.code() : label.category();
    };
  }

  private static Map<String, String> names(Map<UUID, ProductLabel> labels) {
    Map<String, String> names = new HashMap<>();
    for (ProductLabel label : labels.values()) {
      if (label.name() != null) {
        names.put(label.code(), label.name());
      }
    }
    return names;
  }
}
