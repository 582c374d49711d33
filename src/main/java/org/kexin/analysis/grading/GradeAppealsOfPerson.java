package org.kexin.analysis.grading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kexin.encryption.DataKey;
import org.kexin.encryption.DataKeys;
import org.kexin.shared.person.FieldOutcome;
import org.kexin.shared.person.KeepingTerms;
import org.kexin.shared.person.PersonFile;
import org.kexin.shared.person.PersonalDataHolder;

/**
 * A person's appeals, for the person and for erasure, which deletes them: nobody is left who has a
 * grade. That there were decisions, and whose, stays in the log of changes.
 */
@ApplicationScoped
class GradeAppealsOfPerson implements PersonalDataHolder {

  private static final String TABLE = "grade_appeal";
  private static final int AT_ONCE = 50;

  private final GradeAppeals appeals;
  private final DataKeys keys;
  private final EntityManager entities;

  GradeAppealsOfPerson(GradeAppeals appeals, DataKeys keys, EntityManager entities) {
    this.appeals = appeals;
    this.keys = keys;
    this.entities = entities;
  }

  /** An appeal, in clear. */
  record Told(GradeAppealFacts appeal, AppealTexts texts) {}

  @Override
  public Set<String> tables() {
    return Set.of(TABLE);
  }

  @Override
  @Transactional
  public void export(UUID person, PersonFile file) {
    DataKey key = keys.find(person).orElse(null);
    UUID before = null;
    List<GradeAppeal> some;
    do {
      some = appeals.of(person, before, AT_ONCE);
      for (GradeAppeal appeal : some) {
        file.add("gradeAppeals", new Told(appeal.facts(), AppealTexts.of(appeal, key)));
        before = appeal.id();
      }
      // What was told need not be kept in memory.
      entities.clear();
    } while (some.size() == AT_ONCE);
  }

  @Override
  @Transactional
  public List<FieldOutcome> erase(UUID person, KeepingTerms terms) {
    return FieldOutcome.erased(
        TABLE,
        appeals.delete("customerId", person),
        "id",
        "customer_id",
        "open_customer_id",
        "state",
        "contested_grade",
        "policy_number",
        "reason",
        "filed_at",
        "granted_grade",
        "bears_until",
        "decision_reason",
        "closed_at");
  }
}
