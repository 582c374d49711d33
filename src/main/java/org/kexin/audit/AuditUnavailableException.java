package org.kexin.audit;

/** Access could not be recorded, so nothing may be shown. */
public final class AuditUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AuditUnavailableException() {
    super("Access could not be recorded.", null, false, false);
  }
}
