package org.kexin.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kexin.shared.Clock;
import org.kexin.shared.person.PersonFile;
import org.kexin.shared.person.PersonalDataHolder;

/**
 * Writes all that is held on a person: for machines as JSON, for people as HTML, both in one ZIP
 * archive. The features are asked twice, once for each, because neither fits into memory.
 */
@ApplicationScoped
class PersonFiles {

  private final List<PersonalDataHolder> holders;
  private final ObjectMapper mapper;
  private final Clock clock;

  PersonFiles(@All List<PersonalDataHolder> holders, ObjectMapper mapper, Clock clock) {
    this.holders =
        holders.stream()
            .sorted(Comparator.comparing(holder -> String.join(",", holder.tables())))
            .toList();
    this.mapper = mapper;
    this.clock = clock;
  }

  /** Writes the archive; whoever reads a cut one notices, because its directory is at the end. */
  void write(UUID person, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    zip.putNextEntry(new ZipEntry("person.json"));
    JsonPersonFile json = new JsonPersonFile(person, clock.now(), mapper, zip);
    collect(person, json);
    json.end();
    zip.closeEntry();
    zip.putNextEntry(new ZipEntry("person.html"));
    HtmlPersonFile html = new HtmlPersonFile(person, clock.now(), mapper, zip);
    collect(person, html);
    html.end();
    zip.closeEntry();
    zip.finish();
  }

  private void collect(UUID person, PersonFile file) {
    Consumer<PersonalDataHolder> giveOut = holder -> holder.export(person, file);
    holders.forEach(giveOut);
  }
}
