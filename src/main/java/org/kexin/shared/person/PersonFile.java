package org.kexin.shared.person;

/** Takes in what is held on one person. */
public interface PersonFile {

  /**
   * Adds an item to a section. All items of a section come one after the other.
   *
   * @param section what the items are, camelCase
   * @param item a record; its members become those of the file
   * @throws IllegalStateException if the section was left before
   */
  void add(String section, Object item);
}
