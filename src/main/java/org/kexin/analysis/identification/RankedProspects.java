package org.kexin.analysis.identification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kexin.analysis.Answering;
import org.kexin.analysis.NameableCustomers;
import org.kexin.analysis.SmallGroups;
import org.kexin.analysis.algorithm.propensity.PropensityModel;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;

/** Prospects by how likely they buy, as far as the caller may know them; ties by id. */
@ApplicationScoped
class RankedProspects {

  /** Nobody reads further, and a longer list would be an export. */
  private static final int LENGTH = 1_000;

  private final PropensityModels models;
  private final Answering answering;

  RankedProspects(PropensityModels models, Answering answering) {
    this.models = models;
    this.answering = answering;
  }

  private record Ranked(double probability, int row) {
    static final Comparator<Ranked> LAST_FIRST =
        Comparator.comparingDouble(Ranked::probability)
            .thenComparing(Comparator.comparingInt(Ranked::row).reversed());
  }

  private record Found(PropensityModels.Fitted fitted, List<ProspectPage.Prospect> prospects) {}

  /** A page of them; nobody where there is no model. */
  ProspectPage list(PropensityQuestion question, PageRequest page) {
    SmallGroups groups = answering.groups();
    PropensityModels.Scope scope = models.scope(question, groups);
    Found found =
        answering.compute(
            answering.effort(),
            () -> {
              PropensityModels.Fitted fitted = models.fit(scope);
              return new Found(fitted, best(fitted));
            });
    long after = page.afterNumbers(1, 0)[0];
    List<ProspectPage.Prospect> rows =
        found.prospects().stream()
            .filter(row -> row.rank() > after)
            .limit(answering.rowsToRead(page.size()))
            .toList();
    NameableCustomers.Picked<ProspectPage.Prospect> picked =
        answering.named(rows, page.size(), ProspectPage.Prospect::customerId, "propensity");
    String lastSeen =
        picked.looked() < rows.size() ? String.valueOf(rows.get(picked.looked() - 1).rank()) : null;
    Page<ProspectPage.Prospect> named = Page.upTo(lastSeen, picked.rows(), page);
    return new ProspectPage(
        models.about(found.fitted(), groups).plusUnnamed(picked.unnamed()),
        reason(found.fitted()),
        named.items(),
        named.nextPageToken());
  }

  private static @Nullable String reason(PropensityModels.Fitted fitted) {
    return fitted.fit().model().value() == null
        ? Objects.requireNonNull(fitted.fit().model().reason()).detail()
        : null;
  }

  private static List<ProspectPage.Prospect> best(PropensityModels.Fitted fitted) {
    PropensityModel model = fitted.fit().model().value();
    if (model == null) {
      return List.of();
    }
    Candidates candidates = fitted.candidates();
    PriorityQueue<Ranked> lastFirst = new PriorityQueue<>(Ranked.LAST_FIRST);
    for (int row = 0; row < candidates.size(); row++) {
      if (candidates.isProspect(row)) {
        lastFirst.add(new Ranked(model.probability(candidates.now(row)), row));
        if (lastFirst.size() > LENGTH) {
          lastFirst.remove();
        }
      }
    }
    List<Ranked> ranked = lastFirst.stream().sorted(Ranked.LAST_FIRST.reversed()).toList();
    return IntStream.range(0, ranked.size())
        .mapToObj(
            i -> {
              int row = ranked.get(i).row();
              PropensityModel.Explanation why = model.explain(candidates.now(row));
              return new ProspectPage.Prospect(
                  i + 1, candidates.customer(row), why.probability(), ProspectWords.reasons(why));
            })
        .toList();
  }
}
