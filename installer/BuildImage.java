import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Builds the application image `target/guichet/`: a Java runtime with only the modules Guichet needs, the jars, the
/// launcher, and a cache of loaded classes that makes the start fast.
///
/// Maven calls it with the `java` of the chosen toolchain. `jlink`, `jpackage` and `jdeps` are asked for inside this
/// process, so that they are always those of the same JDK and never whatever a PATH holds.
///
/// Arguments: the build directory, the application's jar, the class path that holds its libraries, the version, the
/// main class, and the command that trains the cache.
public final class BuildImage {

    /// The modules of the runtime. `jdeps` finds those of the jars; the others are reached by name only.
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.desktop",        // Hibernate reads entities with java.beans; reports draw with AWT
            "java.logging",
            "java.management",     // the connection pool
            "java.naming",         // Hibernate, and LDAP lookups of the PostgreSQL driver
            "java.rmi",            // an exception of jakarta.transaction extends one of it
            "java.scripting",      // FXMLLoader
            "java.security.jgss",  // Kerberos sign-in on a central server
            "java.sql",
            "java.transaction.xa", // the PostgreSQL driver, Hibernate
            "java.xml",
            "jdk.crypto.ec",       // elliptic curves for TLS, where the JDK still keeps them apart
            "jdk.localedata",      // dates and numbers of the five languages
            "jdk.management",      // memory and processor figures of the benchmark
            "jdk.unsupported",     // sun.misc.Unsafe, for JavaFX's rasteriser and Byte Buddy
            "jdk.zipfs");

    /// The languages of the application; data of the other locales stays out.
    private static final String LOCALES = "en,fr,nl,de,es";

    /// How the launcher starts Java, in every mode.
    private static final List<String> JAVA_OPTIONS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            // A desktop keeps little alive: the serial collector starts fastest and gives memory back.
            "-XX:+UseSerialGC",
            "-Xmx1g",
            // Java's own remarks go to standard error: standard output belongs to the commands.
            "-Xlog:disable",
            "-Xlog:all=error,aot*=off,cds*=off:stderr", // a class cache that does not fit is ignored
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8");

    private static final String CACHE = "guichet.aot";
    private static final long TRAINING_MINUTES = 20;

    private final Path target;
    private final Path work;
    private final Path jar;
    private final List<Path> libraries;
    private final String version;
    private final String mainClass;

    private BuildImage(Path target, Path jar, List<Path> libraries, String version, String mainClass) {
        this.target = target;
        this.work = target.resolve("image");
        this.jar = jar;
        this.libraries = libraries;
        this.version = version;
        this.mainClass = mainClass;
    }

    static void main(String[] arguments) throws Exception {
        if (arguments.length != 6) {
            System.err.println("usage: BuildImage TARGET JAR CLASS_PATH VERSION MAIN_CLASS TRAINING_COMMAND");
            System.exit(2);
        }
        List<Path> libraries = Stream.of(arguments[2].split(File.pathSeparator)).map(Path::of)
                .filter(Files::isRegularFile).sorted().toList();
        BuildImage build = new BuildImage(Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]), libraries,
                arguments[3], arguments[4]);
        try {
            build.run(List.of(arguments[5].split(" ")));
        } catch (Refused refused) {
            System.err.println("The application image was not built: " + refused.getMessage());
            System.exit(1);
        }
    }

    private void run(List<String> trainingCommand) throws IOException, InterruptedException {
        checkModules();
        Path input = collectInput();
        Path runtime = linkRuntime();
        Layout image = packageImage(input, runtime);
        train(image, trainingCommand);
        System.out.printf(Locale.ROOT, "Application image %s: runtime %d MB, application %d MB, class cache %d MB%n",
                target.relativize(image.root), megabytes(image.runtime), megabytes(image.application),
                megabytes(image.application.resolve(CACHE)));
    }

    /// Our own code may use no module that the runtime leaves out: it would fail at the user's, not here.
    private void checkModules() {
        String report = call("jdeps", List.of("--multi-release", "base", "--ignore-missing-deps", "-summary",
                jar.toString()));
        Set<String> missing = new TreeSet<>();
        for (String line : report.lines().toList()) {
            String used = line.substring(line.lastIndexOf(' ') + 1);
            if (used.matches("(java|jdk)\\.[a-z.]+") && !MODULES.contains(used)) {
                missing.add(used);
            }
        }
        if (!missing.isEmpty()) {
            throw new Refused("the code uses " + missing + ", which MODULES in installer/BuildImage.java leaves out");
        }
    }

    /// The jars, and JavaFX's native libraries beside them: JavaFX looks there first, and unpacks nothing into the
    /// user's home.
    private Path collectInput() throws IOException {
        Path input = work.resolve("input");
        deleteTree(input);
        Files.createDirectories(input);
        Files.copy(jar, input.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        for (Path each : libraries) {
            Path copy = input.resolve(each.getFileName());
            Files.copy(each, copy, StandardCopyOption.COPY_ATTRIBUTES);
            if (each.getFileName().toString().startsWith("javafx-")) {
                unpackNatives(copy, input);
            }
        }
        return input;
    }

    /// JavaFX's jars without a platform in their name hold nothing and are left out.
    private static void unpackNatives(Path jar, Path into) throws IOException {
        boolean empty = true;
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                empty &= !entry.getName().endsWith(".class");
                if (entry.getName().matches("[^/]+\\.(so|dylib|dll)")) {
                    try (InputStream library = zip.getInputStream(entry)) {
                        Files.copy(library, into.resolve(entry.getName()));
                    }
                }
            }
        }
        if (empty) {
            Files.delete(jar);
        }
    }

    /// Linking takes seconds and depends on the JDK and the modules alone: an existing runtime is used again.
    private Path linkRuntime() throws IOException {
        Path runtime = work.resolve("runtime");
        Path stamp = work.resolve("runtime.stamp");
        String wanted = Runtime.version() + " " + MODULES + " " + LOCALES;
        if (Files.isDirectory(runtime) && Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
            return runtime;
        }
        deleteTree(runtime);
        Files.deleteIfExists(stamp);
        call("jlink", List.of("--add-modules", String.join(",", MODULES), "--include-locales=" + LOCALES,
                "--no-header-files", "--no-man-pages", "--generate-cds-archive", "--output", runtime.toString()));
        Files.writeString(stamp, wanted);
        return runtime;
    }

    private Layout packageImage(Path input, Path runtime) throws IOException {
        Layout image = Layout.of(target);
        deleteTree(image.root);
        List<String> arguments = new ArrayList<>(List.of("--type", "app-image", "--name", "guichet",
                "--app-version", version.replaceFirst("-.*", ""),
                "--vendor", "Guichet", "--description", "Guichet: the one counter for every country",
                "--dest", target.toString(), "--temp", fresh(work.resolve("jpackage")).toString(),
                "--input", input.toString(), "--runtime-image", runtime.toString(),
                "--main-jar", jar.getFileName().toString(), "--main-class", mainClass,
                "--icon", Layout.icon().toString()));
        JAVA_OPTIONS.forEach(option -> arguments.addAll(List.of("--java-options", option)));
        if (Layout.isWindows()) {
            arguments.add("--win-console"); // the commands write to the console they were called from
        }
        call("jpackage", arguments);
        return image;
    }

    /// Runs the packaged application once and keeps the classes it loaded in a cache that the launcher maps from then
    /// on. Java checks the cache against the jars and ignores it when they do not match: the start is slower then,
    /// nothing else.
    private void train(Layout image, List<String> command) throws IOException, InterruptedException {
        List<String> untrained = Files.readAllLines(image.settings);
        Path cache = image.application.resolve(CACHE);
        Files.write(image.settings, List.of("java-options=-XX:AOTCacheOutput=$APPDIR/" + CACHE),
                StandardOpenOption.APPEND);
        Path log = work.resolve("training.log");
        List<String> line = new ArrayList<>(List.of(image.launcher.toString()));
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line).directory(work.toFile())
                .redirectErrorStream(true).redirectOutput(log.toFile());
        Path home = fresh(work.resolve("training-home"));
        builder.environment().put("GUICHET_HOME", home.toString());
        Process training = builder.start();
        if (!training.waitFor(TRAINING_MINUTES, TimeUnit.MINUTES)) {
            training.descendants().forEach(ProcessHandle::destroyForcibly);
            training.destroyForcibly();
            throw new Refused(line + " did not end within " + TRAINING_MINUTES + " minutes");
        }
        if (training.exitValue() != 0) {
            throw new Refused(line + " ended with " + training.exitValue() + ":\n" + Files.readString(log));
        }
        if (!Files.exists(cache)) {
            throw new Refused("Java wrote no class cache:\n" + Files.readString(log));
        }
        deleteTree(home);
        List<String> trained = new ArrayList<>(untrained);
        trained.add("java-options=-XX:AOTCache=$APPDIR/" + CACHE);
        Files.write(image.settings, trained);
    }

    /// Calls a tool of the JDK that runs this program.
    private static String call(String tool, List<String> arguments) {
        ToolProvider provider = ToolProvider.findFirst(tool).orElseThrow(() -> new Refused("the JDK at "
                + System.getProperty("java.home") + " has no " + tool + "; a full JDK 25 is needed, not a runtime alone"));
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        int status = provider.run(writer, writer, arguments.toArray(String[]::new));
        writer.flush();
        if (status != 0) {
            throw new Refused(tool + " ended with " + status + ":\n" + said);
        }
        return said.toString();
    }

    private static Path fresh(Path directory) throws IOException {
        deleteTree(directory);
        return directory;
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static long megabytes(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum() >> 20;
        }
    }

    /// Where jpackage puts what, which differs by operating system.
    private record Layout(Path root, Path launcher, Path application, Path runtime, Path settings) {

        static Layout of(Path target) {
            if (isWindows()) {
                Path root = target.resolve("guichet");
                return new Layout(root, root.resolve("guichet.exe"), root.resolve("app"), root.resolve("runtime"),
                        root.resolve("app/guichet.cfg"));
            }
            if (isMac()) {
                Path contents = target.resolve("guichet.app/Contents");
                return new Layout(target.resolve("guichet.app"), contents.resolve("MacOS/guichet"),
                        contents.resolve("app"), contents.resolve("runtime"), contents.resolve("app/guichet.cfg"));
            }
            Path root = target.resolve("guichet");
            return new Layout(root, root.resolve("bin/guichet"), root.resolve("lib/app"), root.resolve("lib/runtime"),
                    root.resolve("lib/app/guichet.cfg"));
        }

        static Path icon() {
            return Path.of("installer", isWindows() ? "guichet.ico" : isMac() ? "guichet.icns" : "guichet.png")
                    .toAbsolutePath();
        }

        static boolean isWindows() {
            return System.getProperty("os.name").startsWith("Windows");
        }

        static boolean isMac() {
            return System.getProperty("os.name").startsWith("Mac");
        }
    }

    /// The image cannot be built; the message says why.
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }
}
