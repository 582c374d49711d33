package org.kexin.exchange;

/** Where an import stands. Ended states never change again. */
public enum ImportState {
  /** The file is arriving or being checked; an upload that was cut is waited for. */
  RECEIVING,
  /** The file is here and sound; the next free worker takes it. */
  QUEUED,
  /** A worker holds it, or held it until it died. */
  RUNNING,
  /** Every line was accepted, found unchanged, or refused. */
  COMPLETED,
  /** The file cannot be used, or using it failed again and again. */
  FAILED,
  /** Somebody stopped it; what was committed before stays. */
  CANCELLED;

  /** Whether nothing more will happen. */
  public boolean hasEnded() {
    return this == COMPLETED || this == FAILED || this == CANCELLED;
  }
}
