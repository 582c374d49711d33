package org.kexin.survey;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kexin.encryption.BlindIndex;
import org.kexin.shared.Hashes;

/**
 * The secrets that invited persons answer with: 128 bits, as 32 hexadecimal digits that can be
 * typed from a letter. Made from the invitation's id by HMAC under a key of the service, so that
 * nothing needs to be kept to give one out again; the row holds the SHA-256 only, by which one is
 * found. Whoever has the tables has no token.
 */
@ApplicationScoped
class InvitationTokens {

  /** How a token is written. */
  static final String PATTERN = "^[0-9a-f]{32}$";

  private static final String KIND = "survey-invitation";
  private static final int BYTES = 16;

  private final BlindIndex keys;

  InvitationTokens(BlindIndex keys) {
    this.keys = keys;
  }

  /** The token of a new invitation. */
  String of(UUID invitation) {
    return text(keys.of(KIND, invitation.toString()));
  }

  /**
   * The token of an invitation as it was given out, also when the key was changed since; empty if
   * that key is not there any more.
   */
  Optional<String> of(SurveyInvitation invitation) {
    List<byte[]> possible = keys.allOf(KIND, invitation.id().toString());
    return possible.stream()
        .map(InvitationTokens::text)
        .filter(token -> Arrays.equals(hash(token), invitation.tokenHash()))
        .findFirst();
  }

  /** What is kept of a token. */
  static byte[] hash(String token) {
    return Hashes.sha256(token);
  }

  private static String text(byte[] fingerprint) {
    return HexFormat.of().formatHex(fingerprint, 0, BYTES);
  }
}
