package org.kexin.encryption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.kexin.shared.Clock;
import org.kexin.shared.Hashes;

/**
 * The data keys, kept wrapped in a table of their own: it is backed up apart from the data, so that
 * a backup of the data does not bring an erased key back (docs/encryption.md).
 */
@ApplicationScoped
public class DataKeys {

  /**
   * The wrapped key of an owner, for a query that reads rows together with their keys in one round
   * trip; {@code id} is the column of the row that names the owner.
   */
  public static final String WRAPPED = "(select k.wrapped from data_key k where k.owner = id)";

  private final EntityManager entities;
  private final KeyRing ring;
  private final Clock clock;

  DataKeys(EntityManager entities, KeyRing ring, Clock clock) {
    this.entities = entities;
    this.ring = ring;
    this.clock = clock;
  }

  /** A fresh key for somebody who has none yet, stored in the caller's transaction. */
  public DataKey create(UUID owner) {
    byte[] key = Hashes.freshKey();
    entities.persist(new WrappedKey(owner, ring.wrap(owner, key), ring.current(), clock.now()));
    return new DataKey(owner, key);
  }

  /** The key of an owner, unless there never was one or it was destroyed. */
  @Transactional
  public Optional<DataKey> find(UUID owner) {
    return Optional.ofNullable(entities.find(WrappedKey.class, owner))
        .map(row -> unwrap(owner, row.wrapped()));
  }

  /**
   * The key of an owner.
   *
   * @throws IllegalStateException if there never was one, or it was destroyed
   */
  @Transactional
  public DataKey findOrThrow(UUID owner) {
    return find(owner)
        .orElseThrow(
            () -> new IllegalStateException("There is no data key of " + owner + " any more."));
  }

  /**
   * The key in a row that was read as {@link #WRAPPED}.
   *
   * @throws IllegalStateException if {@code kexin.encryption-keys} lacks the key that wrapped it
   */
  public DataKey unwrap(UUID owner, byte[] wrapped) {
    return new DataKey(owner, ring.unwrap(owner, wrapped));
  }

  /**
   * Destroys a key: what was sealed under it is gone, also where it was copied to.
   *
   * @return how many keys were destroyed, 0 or 1
   */
  public int destroy(UUID owner) {
    return entities
        .createQuery("delete from WrappedKey where owner = :owner")
        .setParameter("owner", owner)
        .executeUpdate();
  }
}
