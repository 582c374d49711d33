package org.kexin.analysis.run;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Hashes;

/**
 * One background analysis. A worker owns it for a lease and an epoch: whoever takes it over begins
 * another epoch, and what an overtaken worker finds is dropped.
 */
@Entity
@Table(name = "analysis_run")
class AnalysisRun {

  static final int MAX_FAILURES = 3;

  @Id private UUID id;
  private String analysis;

  @Convert(converter = ParametersColumn.class)
  private SortedMap<String, String> parameters;

  private boolean individuals;

  @Enumerated(EnumType.STRING)
  private AnalysisRunState state;

  private double progress;
  private int epoch;
  private int failures;

  @Column(name = "lease_until")
  private Instant leaseUntil;

  @Column(name = "problem_code")
  private @Nullable String problemCode;

  @Column(name = "problem_detail")
  private @Nullable String problemDetail;

  private @Nullable String result;

  @Column(name = "requested_by")
  private String requestedBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected AnalysisRun() {}

  /**
   * @param individuals whether whoever asks may see individuals
   * @param parameters all that the result depends on, also the moment of the facts
   */
  AnalysisRun(
      UUID id,
      String analysis,
      SortedMap<String, String> parameters,
      boolean individuals,
      String requestedBy,
      Instant now) {
    this.id = id;
    this.analysis = analysis;
    this.parameters = parameters;
    this.individuals = individuals;
    this.requestedBy = requestedBy;
    this.state = AnalysisRunState.QUEUED;
    this.leaseUntil = now;
    this.createdAt = now;
  }

  /** A worker begins, or begins again what another left. */
  void takeUp(Instant leaseUntil) {
    this.state = AnalysisRunState.RUNNING;
    this.epoch++;
    this.progress = 0;
    this.leaseUntil = leaseUntil;
  }

  /** Whether a worker of this epoch still owns it. */
  boolean isOwnedIn(int epoch) {
    return state == AnalysisRunState.RUNNING && this.epoch == epoch;
  }

  /** The worker is alive and so far. */
  void advance(double progress, Instant leaseUntil) {
    this.progress = Math.clamp(progress, this.progress, 1);
    this.leaseUntil = leaseUntil;
  }

  /** There is a result. */
  void complete(String result, Instant now) {
    this.result = result;
    this.progress = 1;
    end(AnalysisRunState.COMPLETED, now);
  }

  /** It cannot be computed, whoever tries. */
  void refuse(String code, String detail, Instant now) {
    this.problemCode = code;
    this.problemDetail = detail;
    end(AnalysisRunState.FAILED, now);
  }

  /** Something went wrong: tried again after {@code pauseUntil}, but not for ever. */
  void fail(Instant pauseUntil, Instant now) {
    failures++;
    if (failures >= MAX_FAILURES) {
      refuse("internal", "It failed " + failures + " times; the log of the service says why.", now);
    } else {
      release(pauseUntil);
    }
  }

  /** The worker stops; another may begin from then on. */
  void release(Instant free) {
    this.state = AnalysisRunState.QUEUED;
    this.leaseUntil = free;
  }

  /** Somebody stops it; its worker notices. Nothing happens where it has ended. */
  void cancel(Instant now) {
    if (!state.hasEnded()) {
      end(AnalysisRunState.CANCELLED, now);
    }
  }

  private void end(AnalysisRunState end, Instant now) {
    this.state = end;
    this.endedAt = now;
  }

  UUID id() {
    return id;
  }

  String analysis() {
    return analysis;
  }

  SortedMap<String, String> parameters() {
    return parameters;
  }

  boolean individuals() {
    return individuals;
  }

  int epoch() {
    return epoch;
  }

  boolean isRequestedBy(String user) {
    return requestedBy.equals(user);
  }

  @Nullable String result() {
    return result;
  }

  AnalysisRunView view() {
    return new AnalysisRunView(
        id,
        analysis,
        parameters,
        state,
        progress,
        problemCode,
        problemDetail,
        result == null ? null : HexFormat.of().formatHex(Hashes.sha256(result)),
        createdAt,
        endedAt);
  }
}
