package org.kexin.analysis;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

/** The cuts of all pods. */
@ApplicationScoped
class AnalysisCuts implements PanacheRepositoryBase<AnalysisCut, Integer> {

  /** The cut that holds. */
  @Transactional
  Optional<AnalysisCut> last() {
    return find("order by number desc").page(0, 1).firstResultOptional();
  }

  /** The cut at this moment; empty where there was none. */
  @Transactional
  Optional<AnalysisCut> at(Instant knownAt) {
    return find("knownAt = ?1 order by number desc", knownAt).page(0, 1).firstResultOptional();
  }

  /**
   * Makes this cut hold.
   *
   * @throws ConstraintViolationException if there is a cut with this number: another pod was faster
   */
  @Transactional
  void add(AnalysisCut cut) {
    persistAndFlush(cut);
  }
}
