package org.kexin.transaction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that is sold. Invariant: id and code never change. */
@Entity
@Table(name = "product")
class Product {

  static final int MAX_CODE_CHARS = 64;
  static final int MAX_NAME_CHARS = 200;
  static final int MAX_CATEGORY_CHARS = 100;

  @Id private UUID id;

  @Column(name = "code")
  private String code;

  /** Null for a product that an import knew by code only. */
  @Column(name = "name")
  private @Nullable String name;

  @Column(name = "category")
  private @Nullable String category;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version
  @Column(name = "version")
  private long version;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected Product() {}

  Product(UUID id, NewProduct document, Instant at) {
    this.id = id;
    this.code = document.code();
    this.name = document.name();
    this.category = document.category();
    this.createdAt = at;
  }

  /**
   * @throws IllegalArgumentException if the code is blank or too long, or the name is too long
   */
  static void demandPossible(String code, String name) {
    if (code.isBlank() || code.length() > MAX_CODE_CHARS || name.length() > MAX_NAME_CHARS) {
      throw new IllegalArgumentException(
          "A product's code has 1 to 64 characters, its name at most 200.");
    }
  }

  /** Replaces name and category; the document's code must be this product's. */
  void restate(NewProduct document) {
    if (!document.code().equals(code)) {
      throw new IllegalStateException("The code of a product never changes.");
    }
    name = document.name();
    category = document.category();
  }

  /** What is known, as a document that can be changed, and given back once it has a name. */
  NewProduct document() {
    return new NewProduct(id, code, Objects.requireNonNullElse(name, ""), category);
  }

  UUID id() {
    return id;
  }

  String code() {
    return code;
  }

  @Nullable String name() {
    return name;
  }

  @Nullable String category() {
    return category;
  }

  Instant createdAt() {
    return createdAt;
  }

  long version() {
    return version;
  }
}
