package org.kexin.complaint;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How bad it is for the customer (严重程度); decides how much time there is. */
@Schema(name = "ComplaintSeverity", description = "How bad it is for the customer (严重程度).")
public enum Severity {
  LOW,
  NORMAL,
  HIGH,
  /** Danger to health or property, or to very many customers. */
  CRITICAL
}
