package org.kexin.architecture;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles code that breaks a rule, under the very package names that the rule is about. Were it
 * part of the test sources, the framework would serve its resources and map its entities in every
 * integration test, and the compiler's own rules would forbid half of it.
 */
final class CompiledSources {

  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile("(?:class|interface|@interface|record|enum) (\\w+)");

  private CompiledSources() {}

  /**
   * The classes of these sources.
   *
   * @param directory an empty one for the class files
   * @throws IllegalArgumentException if the compiler refuses them
   */
  static JavaClasses of(Path directory, List<String> sources) {
    StringWriter messages = new StringWriter();
    List<JavaFileObject> files = sources.stream().map(CompiledSources::file).toList();
    boolean compiled =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                messages,
                null,
                null,
                List.of("-proc:none", "-d", directory.toString()),
                null,
                files)
            .call();
    if (!compiled) {
      throw new IllegalArgumentException(messages.toString());
    }
    return new ClassFileImporter().importPath(directory);
  }

  private static JavaFileObject file(String source) {
    String type = TYPE.matcher(source).results().findFirst().map(CompiledSources::first).orElse("");
    String path =
        PACKAGE
            .matcher(source)
            .results()
            .map(CompiledSources::first)
            .collect(joining())
            .replace('.', '/');
    String name = type.isEmpty() ? "package-info" : type;
    return new Source(URI.create("memory:///" + path + '/' + name + ".java"), source);
  }

  private static String first(MatchResult match) {
    return match.group(1);
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(URI uri, String text) {
      super(uri, Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
