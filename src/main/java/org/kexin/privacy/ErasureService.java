package org.kexin.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.kexin.access.Changes;
import org.kexin.access.Viewing;
import org.kexin.shared.Clock;
import org.kexin.shared.FieldProblem;
import org.kexin.shared.Ids;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;
import org.kexin.shared.Receipt;
import org.kexin.shared.Violations;
import org.kexin.shared.person.FieldOutcome;
import org.kexin.shared.person.KeepingTerms;

/** Erasing on request: shown first, then done as shown. */
@ApplicationScoped
class ErasureService {

  private final PrivacyRequests requests;
  private final Erasures erasures;
  private final Eraser eraser;
  private final Event<PersonErased> erased;
  private final PrivacyConfig config;
  private final Changes changes;
  private final Viewing viewing;
  private final Violations violations;
  private final Ids ids;
  private final Clock clock;

  ErasureService(
      PrivacyRequests requests,
      Erasures erasures,
      Eraser eraser,
      Event<PersonErased> erased,
      PrivacyConfig config,
      Changes changes,
      Viewing viewing,
      Violations violations,
      Ids ids,
      Clock clock) {
    this.requests = requests;
    this.erasures = erasures;
    this.eraser = eraser;
    this.erased = erased;
    this.config = config;
    this.changes = changes;
    this.viewing = viewing;
    this.violations = violations;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Shows what erasing would do.
   *
   * @throws ProblemException {@code identity-check-required} if nobody looked who is asking, {@code
   *     not-ready} if the request is closed or asks for something else
   */
  @Transactional
  ErasurePreview preview(UUID id) {
    PrivacyRequest request = demand(id);
    List<FieldOutcome> outcomes = eraser.tryOut(request.personId());
    Instant now = clock.now();
    UUID previewId = ids.next();
    request.preview(previewId, now);
    changes.record(request.personId(), Set.of(PrivacyRequest.CHANGED));
    return new ErasurePreview(
        previewId, KeepingTerms.until(now, config.previewGoodFor()), outcomes);
  }

  /**
   * Erases as shown, for ever.
   *
   * @throws ProblemException {@code not-ready} if it was not shown, or too long ago, or the time to
   *     think it over is not over; {@code legal-hold} if something must be kept
   */
  @Transactional
  Receipt erase(UUID id, ConfirmedPreview confirmation) {
    List<FieldProblem> problems = violations.of(confirmation);
    ProblemException.demandNone(problems);
    PrivacyRequest request = demand(id);
    Instant now = clock.now();
    Instant shown = request.previewedAt();
    if (shown == null
        || !confirmation.previewId().equals(request.previewId())
        || KeepingTerms.until(shown, config.previewGoodFor()).isBefore(now)) {
      throw new ProblemException(
          ProblemCode.NOT_READY, "Ask for a preview and send its id within a day.");
    }
    if (Objects.requireNonNull(request.identityCheckedAt())
        .plus(config.erasureGrace())
        .isAfter(now)) {
      throw new ProblemException(
          ProblemCode.NOT_READY, "The time to think it over is not over; erase later.");
    }
    Erasure receipt = eraser.erase(request.personId(), request.id());
    request.answer(now);
    requests.flush();
    erased.fire(new PersonErased(receipt.personId(), receipt.erasedAt()));
    return new Receipt(request.id(), null, request.version());
  }

  /** The receipt. */
  @Transactional
  Erasure receipt(UUID id) {
    PrivacyRequest request = requests.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    viewing.concerns(request.personId());
    viewing.shows("erasure");
    return erasures
        .find(request.personId())
        .filter(receipt -> id.equals(receipt.requestId()))
        .orElseThrow(ProblemException::notFound);
  }

  private PrivacyRequest demand(UUID id) {
    PrivacyRequest request = requests.findForUpdate(id).orElseThrow(ProblemException::notFound);
    if (request.kind() != RequestKind.ERASURE) {
      throw new ProblemException(ProblemCode.NOT_READY, "The request asks for something else.");
    }
    request.demandIdentified();
    return request;
  }
}
