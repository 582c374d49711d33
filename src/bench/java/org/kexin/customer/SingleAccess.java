package org.kexin.customer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** An access record that is written by itself: one row, and one more for each person in it. */
@Entity
@Table(name = "bench_record")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class SingleAccess {

  @Id public UUID id;

  public Instant at;

  public String line;

  @ElementCollection
  @CollectionTable(name = "bench_record_person", joinColumns = @JoinColumn(name = "record_id"))
  @Column(name = "person_id")
  public Set<UUID> persons;

  protected SingleAccess() {}

  SingleAccess(UUID id, Instant at, UUID person, String line) {
    this.id = id;
    this.at = at;
    this.persons = Set.of(person);
    this.line = line;
  }

  /** Commits each before it returns. */
  @ApplicationScoped
  static class Log implements PanacheRepositoryBase<SingleAccess, UUID> {

    @Transactional
    void write(SingleAccess access) {
      persist(access);
    }
  }
}
