package org.kexin.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.audit.AccessHistory;
import org.kexin.audit.AccessReports;
import org.kexin.audit.DepartmentReport;
import org.kexin.audit.Justification;
import org.kexin.audit.JustificationView;
import org.kexin.audit.Justifications;
import org.kexin.audit.NewReview;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;
import org.kexin.shared.http.RequestContext;

/** Reading the audit, and reviewing what it holds. */
@ApplicationScoped
class AuditService {

  private static final int MAX_DAYS = 366;

  private final AccessHistory history;
  private final AccessReports reports;
  private final Justifications justifications;
  private final Viewing viewing;
  private final Violations violations;
  private final RequestContext context;

  AuditService(
      AccessHistory history,
      AccessReports reports,
      Justifications justifications,
      Viewing viewing,
      Violations violations,
      RequestContext context) {
    this.history = history;
    this.reports = reports;
    this.justifications = justifications;
    this.viewing = viewing;
    this.violations = violations;
    this.context = context;
  }

  /**
   * @throws ProblemException {@code not-found} if the log knows no such user
   */
  Page<UserAccessView> accessesOf(String userId, PageRequest page) {
    Page<UserAccessView> accesses = history.by(userId, page).map(UserAccessView::of);
    if (accesses.items().isEmpty()) {
      throw ProblemException.notFound();
    }
    accesses.items().forEach(access -> access.persons().forEach(viewing::concerns));
    viewing.shows("accesses");
    return accesses;
  }

  /**
   * @throws ProblemException {@code parameter-invalid} if a day is missing or the window is empty
   *     or longer than 366 days
   */
  Page<DepartmentReport> departments(
      @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String by, PageRequest page) {
    if (from == null || to == null) {
      throw ProblemException.parameter(from == null ? "from" : "to", "Say from and to as days.");
    }
    if (to.isBefore(from) || from.plusDays(MAX_DAYS).isBefore(to.plusDays(1))) {
      throw ProblemException.parameter("to", "to lies 0 to 365 days after from.");
    }
    viewing.shows("accesses");
    return reports.departments(from, to, period(by), page);
  }

  private static AccessReports.Period period(@Nullable String by) {
    return switch (by) {
      case null -> AccessReports.Period.DAY;
      case "day" -> AccessReports.Period.DAY;
      case "month" -> AccessReports.Period.MONTH;
      default -> throw ProblemException.parameter("by", "Say by as day or month, or not at all.");
    };
  }

  Page<JustificationView> justifications(
      Justification.@Nullable Kind kind, @Nullable Boolean reviewed, PageRequest page) {
    Page<JustificationView> found = justifications.list(kind, reviewed, page);
    found.items().forEach(it -> it.persons().forEach(viewing::concerns));
    viewing.shows("accesses");
    return found;
  }

  /**
   * Adds a review; earlier ones stay.
   *
   * @throws ProblemException {@code not-found} if the record was not justified; {@code
   *     validation-failed}
   */
  @Transactional
  Receipt review(UUID record, NewReview review) {
    List<FieldProblem> problems = violations.of(review);
    ProblemException.demandNone(problems);
    if (!justifications.exists(record)) {
      throw ProblemException.notFound();
    }
    UUID id = justifications.add(record, review, viewing.caller().userId());
    return new Receipt(id, null, 0);
  }

  Page<AuditFindingView> findings(PageRequest page) {
    viewing.shows("accesses");
    return reports.findings(page).map(AuditWords.in(context.language())::of);
  }
}
