package org.kexin.complaint;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can happen to a complaint. Their order is that of the tables in docs/complaints.md. */
@Schema(name = "ComplaintEventKind", description = "What happened to a complaint (处理记录).")
enum EventKind {
  RECEIVED,
  ACKNOWLEDGED,
  ASSIGNED,
  /** The customer was told how far it is. */
  UPDATED,
  /** The customer was asked something, without which it cannot go on. */
  WAITING_FOR_CUSTOMER,
  /** The customer said what was asked. */
  CUSTOMER_ANSWERED,
  /** The customer did not answer in time, and it goes on without. */
  WAIT_ENDED,
  /** The customer said something that nobody had asked. */
  CUSTOMER_ADDED,
  SEVERITY_CHANGED,
  /** Category, product, cause or another fact was set right. */
  CORRECTED,
  /** A deadline is near. */
  WARNED,
  /** A deadline has passed, or somebody asks for the attention of those above. */
  ESCALATED,
  RESOLVED,
  CLOSED,
  REOPENED,
  WITHDRAWN,
  RATED
}
