package org.kexin.audit;

import com.google.crypto.tink.subtle.Ed25519Sign;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.kexin.shared.Clock;

/**
 * The key that checkpoints are signed with, the same in every pod. Whoever has it can make a false
 * history look right, so it belongs to those who do not run the database.
 */
@ApplicationScoped
class SigningKey {

  private static final int SEED_BYTES = 32;

  private final Ed25519Sign signer;
  private final PublicKey publicKey;

  @Inject
  SigningKey(AuditConfig config) {
    this(config.signingKey());
  }

  /**
   * @param base64Seed the 32 bytes of an Ed25519 private key (RFC 8032, section 5.1.5)
   * @throws IllegalStateException if it is anything else
   */
  SigningKey(String base64Seed) {
    try {
      byte[] seed = Base64.getDecoder().decode(base64Seed);
      if (seed.length != SEED_BYTES) {
        throw new IllegalStateException(
            "kexin.audit.signing-key must hold " + SEED_BYTES + " random bytes in Base64.");
      }
      this.signer = new Ed25519Sign(seed);
      this.publicKey = new PublicKey(Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPublicKey());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("kexin.audit.signing-key is no Ed25519 key.", e);
    }
  }

  PublicKey publicKey() {
    return publicKey;
  }

  /** The checkpoint that follows {@code previous}, over the records up to the link. */
  Checkpoint sign(Checkpoint previous, ChainLink last, Hash root, Clock clock) {
    Checkpoint unsigned =
        new Checkpoint(
            previous.number() + 1,
            previous.lastRecord() + 1,
            last.nextRecord() - 1,
            root,
            last.seq(),
            last.hash(),
            previous.hash(),
            clock.now(),
            publicKey.id(),
            "");
    try {
      return unsigned.with(Base64.getEncoder().encodeToString(signer.sign(unsigned.signed())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A checkpoint cannot be signed.", e);
    }
  }
}
