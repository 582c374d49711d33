import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What is searched for, as files that grep takes; and what is put in clear to be found. */
final class Patterns {

  private final Path folder;
  private final List<Person> planted;

  Patterns(Path folder, List<Person> planted) {
    this.folder = folder;
    this.planted = planted;
  }

  void write(List<Person> sent) throws IOException {
    write("values.txt", sent.stream().flatMap(it -> it.values().stream()).toList());
    write("names.txt", sent.stream().flatMap(it -> it.names().stream()).toList());
    write("planted-values.txt", planted.stream().flatMap(it -> it.values().stream()).toList());
    write("planted-names.txt", planted.stream().flatMap(it -> it.names().stream()).toList());
  }

  private void write(String file, List<String> lines) throws IOException {
    Files.write(folder.resolve(file), lines);
  }

  /** In clear, on purpose: a search that does not find these finds nothing. */
  void plant(String[] root) throws SQLException {
    try (var connection = DriverManager.getConnection(root[0], root[1], root[2])) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("create table kexin.planted (value varchar(200)) charset utf8mb4");
      }
      try (var insert = connection.prepareStatement("insert into kexin.planted values (?)")) {
        for (Person person : planted) {
          for (List<String> forms : List.of(person.values(), person.names())) {
            for (String form : forms) {
              insert.setString(1, form);
              insert.executeUpdate();
            }
          }
        }
      }
    }
  }
}
