package org.kexin.analysis;

import static org.kexin.access.AttributeClass.BEHAVIOUR;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kexin.access.ObjectionRegister;
import org.kexin.access.Purpose;
import org.kexin.access.Viewing;
import org.kexin.analysis.algorithm.CustomerOrder;
import org.kexin.analysis.algorithm.LeftOut;
import org.kexin.analysis.algorithm.Reason;
import org.kexin.customer.CustomerDirectory;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * Analyses that show single customers under the pseudonyms of a project. Pseudonymous data are
 * personal data still (GDPR recital 26, PIPL article 73), so each customer of an answer stands in
 * its access record.
 */
@ApplicationScoped
class PseudonymousAnalyses {

  /** Customers who object, read at one time. */
  private static final int STRETCH = 10_000;

  private static final Comparator<SharedScores.Row> BY_CUSTOMER =
      Comparator.comparing(row -> row.score().customer(), CustomerOrder.ofUuids());

  /** Counts customers whose combination of scores too few others share. */
  static final Reason SMALL_GROUP =
      new Reason("SMALL_GROUP", "Customers whose scores fewer than smallestGroup customers share.");

  private final AnalysisProjectService projects;
  private final RfmAnalysis rfm;
  private final AnalysisPool pool;
  private final AnalysisConfig config;
  private final ObjectionRegister objections;
  private final CustomerDirectory customers;
  private final Viewing viewing;

  PseudonymousAnalyses(
      AnalysisProjectService projects,
      RfmAnalysis rfm,
      AnalysisPool pool,
      AnalysisConfig config,
      ObjectionRegister objections,
      CustomerDirectory customers,
      Viewing viewing) {
    this.projects = projects;
    this.rfm = rfm;
    this.pool = pool;
    this.config = config;
    this.objections = objections;
    this.customers = customers;
    this.viewing = viewing;
  }

  /**
   * RFM scores by pseudonym.
   *
   * @throws ProblemException {@code forbidden} if the stated purpose is not analysis, {@code
   *     not-found} if the caller takes part in no such project, {@code not-ready} if it has ended,
   *     {@code page-token-invalid} if the token holds no pseudonym
   */
  PseudonymousScorePage rfmScores(UUID project, RfmQuestion question, PageRequest page) {
    if (!viewing.isFor(Purpose.ANALYSIS)) {
      // Whoever has another role too must not learn by it whom a pseudonym means.
      throw new ProblemException(
          ProblemCode.FORBIDDEN, "Pseudonyms are for the purpose analysis only.");
    }
    Pseudonyms pseudonyms = projects.pseudonymsOf(project);
    Pseudonym after = after(page);
    RfmAnalysis.Scored scored = rfm.score(question);
    SharedScores.Picked picked =
        pool.run(
            () -> {
              SharedScores scores = new SharedScores(scored.result().scores());
              leaveOutObjecting(scores);
              return scores.pick(pseudonyms, config.smallestGroup(), after, page.rowsToRead());
            });
    Page<SharedScores.Row> cut = Page.of(picked.rows(), page, last -> last.pseudonym().text());
    About about = scored.about().plusUnnamed(picked.leftOut());
    return new PseudonymousScorePage(
        picked.unshared() == 0
            ? about
            : about.plus(List.of(new LeftOut(SMALL_GROUP, picked.unshared())), scored.groups()),
        shown(cut.items()),
        cut.nextPageToken());
  }

  private static @Nullable Pseudonym after(PageRequest page) {
    String last = page.after();
    try {
      return last == null ? null : Pseudonym.parse(last);
    } catch (IllegalArgumentException madeUp) {
      throw new ProblemException(
          ProblemCode.PAGE_TOKEN_INVALID, "Send the nextPageToken of the same query, or none.");
    }
  }

  /**
   * All of them, not only those of the page: a customer who is left out must not count among the k
   * who hide the others.
   */
  private void leaveOutObjecting(SharedScores scores) {
    UUID last = null;
    List<UUID> some;
    do {
      some = objections.objectingToProfiling(last, STRETCH);
      some.forEach(scores::leaveOut);
      last = some.isEmpty() ? null : some.getLast();
    } while (some.size() == STRETCH);
  }

  /**
   * Takes the looks by customer id, in which order the access record names them: were it that of
   * the page, the log would tell for years who is behind each pseudonym.
   */
  private List<PseudonymousScorePage.Score> shown(List<SharedScores.Row> rows) {
    Set<UUID> reached =
        customers.withinReach(rows.stream().map(row -> row.score().customer()).toList());
    Map<Pseudonym, PseudonymousScorePage.Score> shown = new HashMap<>();
    for (SharedScores.Row row : rows.stream().sorted(BY_CUSTOMER).toList()) {
      PseudonymousScorePage.Score score =
          reached.contains(row.score().customer()) ? show(row) : null;
      if (score != null) {
        shown.put(row.pseudonym(), score);
      }
    }
    return rows.stream()
        .map(SharedScores.Row::pseudonym)
        .filter(shown::containsKey)
        .map(shown::get)
        .toList();
  }

  /** The form under a pseudonym is the masked one; the policy grants analysts no other. */
  private PseudonymousScorePage.@Nullable Score show(SharedScores.Row row) {
    return viewing
        .at(row.score().customer(), Set.of())
        .show("rfm", BEHAVIOUR, PseudonymousScorePage.Score.of(row), UnaryOperator.identity());
  }
}
