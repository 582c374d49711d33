package org.kexin.complaint;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What complaints are about. Invariants: id and code never change; {@link CategoryTree} allows it.
 */
@Entity
@Table(name = "complaint_category")
class ComplaintCategory {

  @Id private UUID id;

  @Column(name = "code")
  private String code;

  @Column(name = "name")
  private String name;

  @Column(name = "parent_id")
  private @Nullable UUID parentId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version
  @Column(name = "version")
  private long version;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected ComplaintCategory() {}

  ComplaintCategory(UUID id, NewComplaintCategory document, Instant at) {
    this.id = id;
    this.code = document.code();
    this.name = document.name();
    this.parentId = document.parentId();
    this.createdAt = at;
  }

  /** Gives it another name and another place; the document's code must be this category's. */
  void restate(NewComplaintCategory document) {
    if (!document.code().equals(code)) {
      throw new IllegalStateException("The code of a category never changes.");
    }
    name = document.name();
    parentId = document.parentId();
  }

  NewComplaintCategory document() {
    return new NewComplaintCategory(code, name, parentId);
  }

  UUID id() {
    return id;
  }

  String code() {
    return code;
  }

  @Nullable UUID parentId() {
    return parentId;
  }

  long version() {
    return version;
  }
}
