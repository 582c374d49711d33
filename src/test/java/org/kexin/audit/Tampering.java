package org.kexin.audit;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kexin.shared.Columns;

/**
 * Something that a person who rules the database might do to the log, and what is then found.
 *
 * @param number of the record that is named, null where the record has none
 * @param statements in which <code>{n}</code> stands for the id of record n and <code>[n]</code>
 *     for the seq of its link
 */
record Tampering(String what, Finding.Kind kind, @Nullable Long number, List<String> statements) {

  /** Against a log of 60 records, five in each link, ten in each checkpoint. */
  static List<Tampering> all() {
    return List.of(
        of(
            "edit",
            Finding.Kind.RECORD_CHANGED,
            23,
            "update access_record set purpose = 'sales' where id = {23}"),
        of(
            "edit the time by a microsecond",
            Finding.Kind.RECORD_CHANGED,
            1,
            "update access_record set recorded_at = recorded_at + interval 1 microsecond where id = {1}"),
        of(
            "hide a person in the record",
            Finding.Kind.RECORD_CHANGED,
            4,
            "update access_record set persons = substr(persons, 17) where id = {4}"),
        of(
            "hide a person from the index",
            Finding.Kind.PERSONS_CHANGED,
            29,
            "delete from access_person where access_id = {29} limit 1"),
        of(
            "add a person to the index",
            Finding.Kind.PERSONS_CHANGED,
            null,
            "insert into access_person values (unhex(repeat('77', 16)), {30})"),
        of(
            "delete in the middle",
            Finding.Kind.RECORD_MISSING,
            31,
            "delete from access_person where access_id = {31}",
            "delete from access_record where id = {31}"),
        of(
            "delete with the batch's entry",
            Finding.Kind.CHAIN_BROKEN,
            31,
            "delete from access_person where access_id = {31}",
            "delete from access_record where id = {31}",
            "update access_batch b join access_chain c using (writer, number)"
                + " set record_ids = substr(record_ids, 17), leaves = substr(leaves, 33) where c.seq = [31]"),
        of(
            "delete a batch whole",
            Finding.Kind.CHAIN_BROKEN,
            36,
            "delete b from access_batch b join access_chain c using (writer, number) where c.seq = [36]",
            "delete from access_chain where seq = [36]"),
        of(
            "delete the tail, not the checkpoints",
            Finding.Kind.CHAIN_BROKEN,
            51,
            "delete from access_chain where seq >= [51]"),
        of(
            "delete the tail with its checkpoints",
            Finding.Kind.LOG_CUT,
            51,
            "delete from access_person where access_id in ({51}, {52}, {53}, {54}, {55}, {56}, {57}, {58}, {59}, {60})",
            "delete from access_record where id in ({51}, {52}, {53}, {54}, {55}, {56}, {57}, {58}, {59}, {60})",
            "delete b from access_batch b join access_chain c using (writer, number) where c.seq >= [51]",
            "delete from access_chain where seq >= [51]",
            "delete from access_checkpoint where last_record > 50"),
        of(
            "swap the contents of two records",
            Finding.Kind.RECORD_CHANGED,
            12,
            "update access_record set request_id = 'swap' where id = {12}",
            "update access_record a join access_record b on a.id = {12} and b.id = {14}"
                + " set a.request_id = b.request_id, b.request_id = 'one of 12'"),
        of(
            "swap two batches",
            Finding.Kind.CHAIN_BROKEN,
            6,
            "update access_chain set seq = 1000 where seq = [6]",
            "update access_chain set seq = [6] where seq = [41]",
            "update access_chain set seq = [41] where seq = 1000"),
        of(
            "insert a record",
            Finding.Kind.RECORD_FORGED,
            null,
            "create temporary table forged as select * from access_record where id = {20}",
            "update forged set id = concat(substr(id, 1, 8), unhex('8888888888888888')), persons = ''",
            "insert into access_record select * from forged",
            "drop temporary table forged"),
        of(
            "edit a checkpoint",
            Finding.Kind.CHECKPOINT_BROKEN,
            1,
            "update access_checkpoint set last_record = last_record + 1 where number = 1"),
        of(
            "delete a checkpoint",
            Finding.Kind.CHECKPOINT_BROKEN,
            1,
            "delete from access_checkpoint where number = 1"),
        of(
            "truncate",
            Finding.Kind.LOG_CUT,
            1,
            "truncate access_record",
            "truncate access_person",
            "truncate access_batch",
            "truncate access_chain",
            "truncate access_checkpoint"));
  }

  /** The statements for a log with these records, {@code batch} in each link. */
  List<String> against(List<UUID> records, int batch) {
    return statements.stream().map(sql -> against(sql, records, batch)).toList();
  }

  private static String against(String statement, List<UUID> records, int batch) {
    String sql = statement;
    for (int number = records.size(); number > 0; number--) {
      String id = "x'" + HexFormat.of().formatHex(Columns.bytes(records.get(number - 1))) + "'";
      sql =
          sql.replace("{" + number + "}", id)
              .replace("[" + number + "]", String.valueOf((number - 1) / batch + 1));
    }
    return sql;
  }

  @Override
  public String toString() {
    return what;
  }

  private static Tampering of(
      String what, Finding.Kind kind, @Nullable Integer number, String... statements) {
    return new Tampering(
        what, kind, number == null ? null : Long.valueOf(number), List.of(statements));
  }
}
