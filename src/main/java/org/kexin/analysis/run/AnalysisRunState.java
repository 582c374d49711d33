package org.kexin.analysis.run;

/** Where a run stands. Ended states never change again. */
public enum AnalysisRunState {
  /** The next free worker takes it. */
  QUEUED,
  /** A worker computes it, or did until it died. */
  RUNNING,
  /** There is a result. */
  COMPLETED,
  /** It cannot be computed, or failed again and again. */
  FAILED,
  /** Somebody stopped it. */
  CANCELLED;

  /** Whether nothing more will happen. */
  public boolean hasEnded() {
    return this == COMPLETED || this == FAILED || this == CANCELLED;
  }
}
