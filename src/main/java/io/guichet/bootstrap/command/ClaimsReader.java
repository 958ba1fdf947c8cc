package io.guichet.bootstrap.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.guichet.kernel.FieldProblem;
import io.guichet.kernel.UserMessage;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads `{"claims":[…]}` claim by claim, so that a file of any length needs the room of one claim. Numbers keep every
/// digit they were written with. What is wrong with the file as a whole is a `CommandRefused`; what is wrong at one place is
/// told with its path, and reading goes on.
final class ClaimsReader {

    private static final String CLAIMS = "claims";
    private static final JsonFactory JSON = new JsonFactory();
    /// `1e9` is a number, and so is `1e999999999`, which nobody writes out.
    private static final int MOST_ZEROS = 20;

    private final Sink sink;
    private final Consumer<FieldProblem> problems;

    /// Takes the claims as they come.
    @FunctionalInterface
    interface Sink {

        /// @param path   where it stands: `claims[2]`
        /// @param fields texts, numbers (`BigDecimal`), booleans, lists and maps of these, by name; its own to change
        void claim(String path, Map<String, @Nullable Object> fields);
    }

    /// @param problems gets what is wrong at a place; a claim with such a place is not given to `sink`
    ClaimsReader(Sink sink, Consumer<FieldProblem> problems) {
        this.sink = sink;
        this.problems = problems;
    }

    /// Reads the whole file.
    ///
    /// @throws CommandRefused when there is no such file, or it holds no JSON object
    void read(Path file) {
        if (Files.isDirectory(file)) {
            throw refused("bootstrap.error.inputFolder", file);
        }
        try (InputStream bytes = Files.newInputStream(file); JsonParser parser = JSON.createParser(bytes)) {
            document(parser, file);
        } catch (NoSuchFileException missing) {
            throw refused("bootstrap.error.inputMissing", file);
        } catch (AccessDeniedException denied) {
            throw refused("bootstrap.error.inputDenied", file);
        } catch (JsonProcessingException broken) {
            throw broken(broken, file);
        } catch (CharConversionException broken) {
            throw refused("bootstrap.error.inputCharacters", file);
        } catch (IOException failed) {
            throw refused("bootstrap.error.inputUnreadable", file);
        }
    }

    /// Where, and never what stands there: it is health data.
    private static CommandRefused broken(JsonProcessingException broken, Path file) {
        if (broken instanceof StreamConstraintsException || broken.getLocation() == null) {
            return refused("bootstrap.error.inputExcess", file);
        }
        if (broken.getOriginalMessage().startsWith("Invalid UTF-8")) {
            return refused("bootstrap.error.inputCharacters", file);
        }
        return new CommandRefused(UserMessage.of("bootstrap.error.inputJson", file.toString(),
                broken.getLocation().getLineNr(), broken.getLocation().getColumnNr()));
    }

    private static CommandRefused refused(String key, Path file) {
        return new CommandRefused(UserMessage.of(key, file.toString()));
    }

    private void document(JsonParser parser, Path file) throws IOException {
        if (parser.nextToken() == null) {
            throw refused("bootstrap.error.inputEmpty", file);
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw refused("bootstrap.error.inputObject", file);
        }
        boolean read = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (!name.equals(CLAIMS)) {
                problem(name, "country.input.unknown");
                parser.skipChildren();
            } else if (read) {
                problem(name, "bootstrap.error.inputTwice");
                parser.skipChildren();
            } else {
                read = true;
                claims(parser);
            }
        }
        if (!read) {
            problem(CLAIMS, "country.input.missing");
        }
        if (parser.nextToken() != null) {
            throw refused("bootstrap.error.inputMore", file);
        }
    }

    private void claims(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            problem(CLAIMS, "country.input.list");
            parser.skipChildren();
            return;
        }
        int index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String path = CLAIMS + "[" + index++ + "]";
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                Tree tree = new Tree(parser);
                Map<String, @Nullable Object> fields = tree.object(path);
                if (!tree.broken) {
                    sink.claim(path, fields);
                }
            } else {
                problem(path, "country.input.object");
                parser.skipChildren();
            }
        }
        if (index == 0) {
            problem(CLAIMS, "country.input.list");
        }
    }

    private void problem(String path, String key) {
        problems.accept(new FieldProblem(path, UserMessage.of(key)));
    }

    /// One claim.
    private final class Tree {

        private final JsonParser parser;
        private boolean broken;

        Tree(JsonParser parser) {
            this.parser = parser;
        }

        Map<String, @Nullable Object> object(String path) throws IOException {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                if (fields.containsKey(name)) {
                    broken = true;
                    problem(path + "." + name, "bootstrap.error.inputTwice");
                    parser.skipChildren();
                } else {
                    fields.put(name, value(path, name));
                }
            }
            return fields;
        }

        private List<@Nullable Object> list(String path) throws IOException {
            List<@Nullable Object> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(value(path, "[" + elements.size() + "]"));
            }
            return elements;
        }

        private @Nullable Object value(String path, String name) throws IOException {
            return switch (parser.currentToken()) {
                case START_OBJECT -> object(below(path, name));
                case START_ARRAY -> list(below(path, name));
                case VALUE_STRING -> parser.getText();
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> written(parser.getDecimalValue());
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                default -> null;
            };
        }

        private static String below(String path, String name) {
            return name.startsWith("[") ? path + name : path + "." + name;
        }

        private static BigDecimal written(BigDecimal number) {
            return number.scale() < 0 && number.scale() >= -MOST_ZEROS ? number.setScale(0) : number;
        }
    }
}
