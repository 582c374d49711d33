package org.kexin.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;

/**
 * An access record as bytes, the same ones whether it is about to be written or was read back: what
 * the tamper evidence is about. Every text carries its length, so that no two records share their
 * bytes.
 */
final class AccessLeaf {

  /** Of the layout below; another layout needs another one. */
  private static final int VERSION = 1;

  private static final int ABSENT = -1;

  private AccessLeaf() {}

  /** The hash of a record, as a leaf of a {@link MerkleTree}. */
  static Hash of(AccessRecord access) {
    return MerkleTree.leaf(bytes(access));
  }

  private static byte[] bytes(AccessRecord access) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.write(Columns.bytes(access.id()));
      out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, access.at()));
      text(out, access.userId());
      text(out, access.clientId());
      text(out, access.department());
      texts(out, access.roles());
      text(out, access.purpose());
      text(out, access.operation());
      text(out, access.outcome().name());
      out.writeInt(access.status());
      out.writeInt(access.persons().size());
      for (UUID person : access.persons()) {
        out.write(Columns.bytes(person));
      }
      texts(out, access.disclosed());
      texts(out, access.masked());
      text(out, access.requestId());
      text(out, access.address());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void texts(DataOutputStream out, Collection<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      text(out, text);
    }
  }

  private static void text(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(ABSENT);
      return;
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }
}
