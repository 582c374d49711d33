package org.kexin.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.kexin.access.Viewing;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.Page;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;

/** Publishing and reading notices. */
@ApplicationScoped
class PrivacyNoticeService {

  private final PrivacyNotices notices;
  private final Viewing viewing;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  PrivacyNoticeService(
      PrivacyNotices notices, Viewing viewing, Violations violations, Ids ids, Clock clock) {
    this.notices = notices;
    this.viewing = viewing;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  PrivacyNoticeView read(UUID id) {
    return notices
        .findByIdOptional(id)
        .map(PrivacyNoticeView::of)
        .orElseThrow(ProblemException::notFound);
  }

  Page<PrivacyNoticeView> list(@Nullable String code, @Nullable String language, PageRequest page) {
    return Page.of(notices.list(code, language, page), page, last -> last.id().toString())
        .map(PrivacyNoticeView::withoutText);
  }

  /**
   * @throws ProblemException {@code already-exists} if this version is published in this language
   */
  @Transactional
  Receipt publish(NewPrivacyNotice document) {
    List<FieldProblem> problems = new ArrayList<>(violations.of(document));
    if ((document.text() == null) == (document.textSha256() == null)) {
      problems.add(
          new FieldProblem(
              "/text", "text-or-hash", "Give the text, or its address and textSha256, not both."));
    }
    if (document.textSha256() != null && document.url() == null) {
      problems.add(new FieldProblem("/url", "url-needed", "Say where the text stands."));
    }
    ProblemException.demandNone(problems);
    PrivacyNotice notice =
        new PrivacyNotice(ids.next(), document, clock.now(), viewing.caller().userId());
    try {
      notices.persistAndFlush(notice);
    } catch (ConstraintViolationException taken) {
      throw new ProblemException(
          ProblemCode.ALREADY_EXISTS,
          "This version is published in this language; a changed text is the next version.");
    }
    return new Receipt(notice.id(), notice.code(), notice.version());
  }
}
