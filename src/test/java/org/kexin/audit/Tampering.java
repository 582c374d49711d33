package org.kexin.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person who rules the database might do to the log, and what is then found.
 *
 * @param number of the record that is named, null where the record has none
 */
record Tampering(String what, Finding.Kind kind, @Nullable Long number, List<Deed> deeds) {

  /** Records in each link of the log that is tampered with. */
  static final int BATCH = 5;

  /** One step of it. */
  interface Deed {
    void on(AuditSchema schema) throws SQLException;
  }

  /** Against a log of 60 records, five in each link, ten in each checkpoint. */
  static List<Tampering> all() {
    return List.of(
        of("edit", Finding.Kind.RECORD_CHANGED, 23, replace(23, "\"service\"", "\"sales\"")),
        of("edit the time", Finding.Kind.RECORD_CHANGED, 1, replace(1, "\"at\":\"2", "\"at\":\"1")),
        of("edit a number", Finding.Kind.RECORD_CHANGED, 17, replace(17, ":200", ":304")),
        of(
            "hide a person",
            Finding.Kind.RECORD_CHANGED,
            4,
            replace(4, "\"persons\":\\[\"[^\"]*\",", "\"persons\":[")),
        of("write nonsense", Finding.Kind.RECORD_CHANGED, 40, replace(40, "^.*$", "nonsense")),
        of(
            "swap two records",
            Finding.Kind.RECORD_CHANGED,
            12,
            edit(12, lines -> Collections.swap(lines, 1, 3))),
        of(
            "delete in the middle",
            Finding.Kind.RECORD_MISSING,
            32,
            edit(32, lines -> lines.remove(1))),
        of(
            "delete at the end of a batch",
            Finding.Kind.RECORD_MISSING,
            35,
            edit(35, lines -> lines.remove(4))),
        of(
            "delete with its hash",
            Finding.Kind.CHAIN_BROKEN,
            31,
            edit(31, lines -> lines.remove(0)),
            sql(
                "update access_batch b join access_chain c using (writer, number)"
                    + " set leaves = substr(leaves, 33) where c.seq = "
                    + seq(31))),
        of(
            "insert",
            Finding.Kind.RECORD_FORGED,
            21,
            edit(20, lines -> lines.add(lines.getFirst()))),
        of(
            "insert in the middle",
            Finding.Kind.RECORD_CHANGED,
            18,
            edit(18, lines -> lines.add(2, lines.getFirst()))),
        of(
            "hide from the index",
            Finding.Kind.PERSONS_CHANGED,
            29,
            sql("delete from access_person where seq = " + seq(29) + " and place = 3 limit 1")),
        of(
            "add to the index",
            Finding.Kind.PERSONS_CHANGED,
            null,
            sql("insert into access_person values (unhex(repeat('77', 16)), " + seq(30) + ", 4)")),
        of(
            "hide from the index of users",
            Finding.Kind.USERS_CHANGED,
            26,
            sql("delete from access_user where seq = " + seq(29))),
        of(
            "add to the index of users",
            Finding.Kind.USERS_CHANGED,
            null,
            sql("insert into access_user values (unhex(repeat('77', 16)), " + seq(30) + ", 4)")),
        of("delete a batch", Finding.Kind.CHAIN_BROKEN, 36, deleteBatches("= " + seq(36))),
        of(
            "delete a batch with its link",
            Finding.Kind.CHAIN_BROKEN,
            36,
            deleteBatches("= " + seq(36)),
            sql("delete from access_chain where seq = " + seq(36))),
        of(
            "swap two batches",
            Finding.Kind.CHAIN_BROKEN,
            6,
            sql(
                "update access_chain set seq = 1000 where seq = " + seq(6),
                "update access_chain set seq = " + seq(6) + " where seq = " + seq(41),
                "update access_chain set seq = " + seq(41) + " where seq = 1000")),
        of(
            "delete the tail of the chain",
            Finding.Kind.CHAIN_BROKEN,
            51,
            sql("delete from access_chain where seq >= " + seq(51))),
        of(
            "delete the tail with its checkpoints",
            Finding.Kind.LOG_CUT,
            51,
            deleteBatches(">= " + seq(51)),
            sql(
                "delete from access_person where seq >= " + seq(51),
                "delete from access_user where seq >= " + seq(51),
                "delete from access_chain where seq >= " + seq(51),
                "delete from access_checkpoint where last_record > 50")),
        of(
            "edit a checkpoint",
            Finding.Kind.CHECKPOINT_BROKEN,
            1,
            sql("update access_checkpoint set last_record = last_record + 1 where number = 1")),
        of(
            "delete a checkpoint",
            Finding.Kind.CHECKPOINT_BROKEN,
            1,
            sql("delete from access_checkpoint where number = 1")),
        of("truncate", Finding.Kind.LOG_CUT, 1, AuditSchema::truncate));
  }

  @Override
  public String toString() {
    return what;
  }

  private static Tampering of(
      String what, Finding.Kind kind, @Nullable Integer number, Deed... deeds) {
    return new Tampering(what, kind, number == null ? null : Long.valueOf(number), List.of(deeds));
  }

  private static Deed sql(String... statements) {
    return schema -> schema.execute(statements);
  }

  private static Deed deleteBatches(String seqs) {
    return sql(
        "delete b from access_batch b join access_chain c using (writer, number) where c.seq "
            + seqs);
  }

  /** Changes the line of a record. */
  private static Deed replace(int number, String pattern, String replacement) {
    return edit(
        number,
        lines -> {
          UnaryOperator<String> change = line -> line.replaceFirst(pattern, replacement);
          lines.set((number - 1) % BATCH, change.apply(lines.get((number - 1) % BATCH)));
        });
  }

  /** Changes the lines of the batch with a record. */
  private static Deed edit(int number, Consumer<List<String>> change) {
    return schema ->
        schema.editBatch(
            seq(number),
            lines -> {
              List<String> changed = new ArrayList<>(lines);
              change.accept(changed);
              return changed;
            });
  }

  /** The link of a record. */
  private static long seq(int number) {
    return (number - 1) / BATCH + 1L;
  }
}
