package org.kexin.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.kexin.encryption.DataKey;
import org.kexin.encryption.DataKeys;

/**
 * The raw files, in chunks that any pod can read, each sealed under the key of its run. Writing and
 * reading hold one chunk in memory, however large the file is.
 */
@ApplicationScoped
class ImportChunks {

  /** Bytes of a chunk, at most: small enough to be a packet of the database's protocol. */
  static final int CHUNK_BYTES = 1 << 20;

  private static final int DELETED_AT_ONCE = 16;
  private static final String SEALED_IN = "import_chunk.bytes";

  private final DataSource source;
  private final DataKeys keys;

  ImportChunks(DataSource source, DataKeys keys) {
    this.source = source;
    this.keys = keys;
  }

  /**
   * A stream into the chunks of an upload; its close writes the last one. It refuses with {@code
   * idempotency-in-flight} once another upload of the run has begun.
   */
  OutputStream writer(ImportRun run) {
    return new Writer(run.id(), run.upload(), keys.findOrThrow(run.id()));
  }

  /** The chunks of the run's upload as one stream. */
  InputStream reader(ImportRun run) {
    return new Reader(run.id(), run.upload(), keys.findOrThrow(run.id()));
  }

  /** Deletes all chunks of the run's earlier uploads. */
  void deleteEarlier(ImportRun run) {
    delete("upload < ?", run);
  }

  /** Deletes all chunks of the run's present and earlier uploads. */
  void deleteAll(ImportRun run) {
    delete("upload <= ?", run);
  }

  /** A few at a time: a gigabyte in one transaction would stop replication for as long. */
  private void delete(String uploads, ImportRun run) {
    String sql =
        "delete from import_chunk where import_id = ? and " + uploads + " limit " + DELETED_AT_ONCE;
    try (Connection connection = source.getConnection();
        PreparedStatement delete = connection.prepareStatement(sql)) {
      Sql.bind(delete, run.id(), run.upload());
      while (delete.executeUpdate() == DELETED_AT_ONCE) {
        // Until one finds fewer than it may delete.
      }
    } catch (SQLException e) {
      throw Sql.failure(e);
    }
  }

  /**
   * Whether the chunk was added: not if another upload has begun, which deletes what came before it
   * and so waits for the lock on the run.
   */
  private boolean insert(UUID importId, long upload, int seq, byte[] bytes) {
    try (Connection connection = source.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into import_chunk (import_id, upload, seq, bytes)
                select id, upload, ?, ? from import_run where id = ? and upload = ? for share
                """)) {
      Sql.bind(insert, seq, bytes, importId, upload);
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      throw Sql.failure(e);
    }
  }

  private byte[] select(UUID importId, long upload, int seq) {
    try (Connection connection = source.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select bytes from import_chunk where import_id = ? and upload = ? and seq = ?")) {
      Sql.bind(select, importId, upload, seq);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getBytes(1) : new byte[0];
      }
    } catch (SQLException e) {
      throw Sql.failure(e);
    }
  }

  private final class Writer extends OutputStream {

    private final UUID importId;
    private final long upload;
    private final DataKey key;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private int filled;
    private int seq;

    Writer(UUID importId, long upload, DataKey key) {
      this.importId = importId;
      this.upload = upload;
      this.key = key;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      Objects.checkFromIndexSize(offset, length, bytes.length);
      int written = 0;
      while (written < length) {
        int fits = Math.min(length - written, CHUNK_BYTES - filled);
        System.arraycopy(bytes, offset + written, chunk, filled, fits);
        filled += fits;
        written += fits;
        if (filled == CHUNK_BYTES) {
          store();
        }
      }
    }

    @Override
    public void close() {
      if (filled > 0) {
        store();
      }
    }

    private void store() {
      byte[] whole = filled == CHUNK_BYTES ? chunk : java.util.Arrays.copyOf(chunk, filled);
      filled = 0;
      if (!insert(importId, upload, seq++, key.seal(SEALED_IN, whole))) {
        throw Uploads.inFlight();
      }
    }
  }

  private final class Reader extends InputStream {

    private final UUID importId;
    private final long upload;
    private final DataKey key;
    private byte[] chunk = new byte[0];
    private int position;
    private int seq;
    private boolean ended;

    Reader(UUID importId, long upload, DataKey key) {
      this.importId = importId;
      this.upload = upload;
      this.key = key;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      Objects.checkFromIndexSize(offset, length, buffer.length);
      if (length == 0) {
        return 0;
      }
      if (available() == 0) {
        return -1;
      }
      int read = Math.min(length, chunk.length - position);
      System.arraycopy(chunk, position, buffer, offset, read);
      position += read;
      return read;
    }

    /** Zero only at the end: from it the gzip reader learns whether another member follows. */
    @Override
    public int available() {
      if (position == chunk.length && !ended) {
        byte[] sealed = select(importId, upload, seq++);
        ended = sealed.length == 0;
        chunk = ended ? sealed : key.open(SEALED_IN, sealed);
        position = 0;
      }
      return chunk.length - position;
    }
  }
}
