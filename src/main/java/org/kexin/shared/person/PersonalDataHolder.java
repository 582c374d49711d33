package org.kexin.shared.person;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A feature that holds personal data. Export and erasure walk all beans of this type; a test holds
 * the columns of the schema that are classified as personal against what the holders answer for.
 */
public interface PersonalDataHolder {

  /** The tables that it answers for; no table has two holders. */
  Set<String> tables();

  /**
   * Gives out all that is held on a person, also what nobody may see any more, item by item: memory
   * does not grow with what is held.
   */
  void export(UUID person, PersonFile file);

  /**
   * Erases what is held on a person, within the caller's transaction. What is gone already, or was
   * never there, counts no rows; so a repetition does no harm.
   *
   * @return an outcome for each field of its tables that holds personal data
   * @throws org.kexin.shared.ProblemException {@code not-ready} if something under way would bring
   *     the data back; nothing may then be erased
   */
  List<FieldOutcome> erase(UUID person, KeepingTerms terms);
}
