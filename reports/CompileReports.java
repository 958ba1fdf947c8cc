import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;

/// Compiles the templates below the first argument into the folder of the second one, those that are newer than what is
/// there. While building, because the first compilation costs a second that nobody should wait for a page.
public final class CompileReports {

    private CompileReports() {
    }

    /// @param arguments the folder of templates, the folder of what comes out
    public static void main(String[] arguments) throws IOException, JRException {
        Path templates = Path.of(arguments[0]);
        Path compiled = Path.of(arguments[1]);
        List<Path> sources;
        try (Stream<Path> files = Files.walk(templates)) {
            sources = files.filter(file -> file.toString().endsWith(".jrxml")).sorted().toList();
        }
        for (Path source : sources) {
            Path target = compiled.resolve(templates.relativize(source).toString().replaceAll("jrxml$", "jasper"));
            if (!Files.exists(target) || Files.getLastModifiedTime(target).compareTo(Files.getLastModifiedTime(source)) < 0) {
                Files.createDirectories(target.getParent());
                JasperCompileManager.compileReportToFile(source.toString(), target.toString());
            }
        }
    }
}
