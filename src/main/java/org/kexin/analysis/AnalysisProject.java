package org.kexin.analysis;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
import org.kexin.encryption.DataKey;
import org.kexin.shared.PageRequest;
import org.kexin.shared.ProblemCode;
import org.kexin.shared.ProblemException;

/**
 * A question that some analysts may pursue under pseudonyms for some time. Invariant: there is a
 * key of its pseudonyms until it ends and none ever after.
 */
@Entity
@Table(name = "analysis_project")
class AnalysisProject {

  private static final String KEY_COLUMN = "analysis_project.pseudonym_key";

  @Id private UUID id;

  @Column(name = "name")
  private String name;

  @Column(name = "question")
  private String question;

  @Column(name = "ends_on")
  private LocalDate endsOn;

  @Column(name = "pseudonym_key")
  private byte @Nullable [] pseudonymKey;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "started_by")
  private String startedBy;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "ended_by")
  private @Nullable String endedBy;

  @Version
  @Column(name = "version")
  private long version;

  @ElementCollection
  @CollectionTable(name = "analysis_project_member", joinColumns = @JoinColumn(name = "project_id"))
  @Column(name = "user_id")
  @BatchSize(size = PageRequest.MAX_SIZE)
  private Set<String> members;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  protected AnalysisProject() {}

  /**
   * @param seal the data key of this project
   * @param pseudonymKey what the pseudonyms are made with
   */
  AnalysisProject(
      UUID id,
      NewAnalysisProject document,
      DataKey seal,
      byte[] pseudonymKey,
      Instant at,
      String by) {
    this.id = id;
    this.name = document.name();
    this.question = document.question();
    this.endsOn = document.endsOn();
    this.members = new HashSet<>(document.members());
    this.pseudonymKey = seal.seal(KEY_COLUMN, pseudonymKey);
    this.startedAt = at;
    this.startedBy = by;
  }

  /**
   * Ends the project.
   *
   * @param by null where its time is over and nobody asked
   * @throws ProblemException {@code not-ready} if it was ended before
   */
  void end(Instant at, @Nullable String by) {
    if (endedAt != null) {
      throw hasEnded();
    }
    endedAt = at;
    endedBy = by;
    pseudonymKey = null;
  }

  /**
   * The pseudonyms of this project.
   *
   * @param seal the data key of this project, null if it was destroyed
   * @throws ProblemException {@code not-ready} if the project was ended, its last day is before
   *     {@code today}, or its data key was destroyed
   */
  Pseudonyms pseudonyms(@Nullable DataKey seal, LocalDate today) {
    byte[] sealed = pseudonymKey;
    if (sealed == null || seal == null || today.isAfter(endsOn)) {
      throw hasEnded();
    }
    return new Pseudonyms(seal.open(KEY_COLUMN, sealed));
  }

  boolean hasMember(String userId) {
    return members.contains(userId);
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  /**
   * @param withMembers whether whoever asks may know who takes part
   */
  AnalysisProjectView view(LocalDate today, boolean withMembers) {
    return new AnalysisProjectView(
        id,
        name,
        question,
        withMembers ? members.stream().sorted().toList() : null,
        startedAt,
        endsOn,
        endedAt != null || today.isAfter(endsOn),
        endedAt);
  }

  private static ProblemException hasEnded() {
    return new ProblemException(
        ProblemCode.NOT_READY,
        "The project has ended: nobody can tell any more whom its pseudonyms mean. Ask the privacy"
            + " officer for a new one.");
  }
}
