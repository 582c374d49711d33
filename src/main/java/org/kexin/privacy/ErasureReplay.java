package org.kexin.privacy;

import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.kexin.privacy.ErasureFile.Line;

/**
 * Command mode {@code privacy replay-erasures FILE}: repeats on a restored database the erasures
 * that came after the backup. Repeating one that the database has does no harm; so the whole file
 * is taken, and a run that was cut is begun anew.
 */
public class ErasureReplay implements QuarkusApplication {

  private static final Logger LOG = Logger.getLogger(ErasureReplay.class);
  private static final int TELL_EVERY = 1_000;

  private final Eraser eraser;

  ErasureReplay(Eraser eraser) {
    this.eraser = eraser;
  }

  /**
   * @param arguments {@code replay-erasures} and the file
   * @return 0, or 2 if the arguments are others
   */
  @Override
  public int run(String... arguments) throws IOException {
    if (arguments.length != 2 || !arguments[0].equals("replay-erasures")) {
      LOG.error("usage: privacy replay-erasures FILE");
      return 2;
    }
    replay(Path.of(arguments[1]));
    return 0;
  }

  /** Repeats the erasures in a file and gives how many persons had come back. */
  long replay(Path file) throws IOException {
    long read = 0;
    long cameBack = 0;
    try (Stream<String> lines = Files.lines(file)) {
      Iterator<Line> all = lines.map(Line::in).flatMap(Optional::stream).iterator();
      while (all.hasNext()) {
        Line line = all.next();
        cameBack += eraser.replay(line.person(), line.at()) > 0 ? 1 : 0;
        read++;
        if (read % TELL_EVERY == 0) {
          LOG.infof("%d erasures repeated ...", read);
        }
      }
    }
    LOG.infof("%d erasures repeated; %d persons had come back and are gone again.", read, cameBack);
    return cameBack;
  }
}
