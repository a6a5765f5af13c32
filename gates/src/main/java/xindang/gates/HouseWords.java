package xindang.gates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may not be written in any tracked text (用词检查): marks of unfinished work, names of package registries, and
 * folders of somebody's machine. The patterns are put together from pieces so that this file passes its own check.
 */
public final class HouseWords {

    private static final List<Ban> BANS = List.of(
            new Ban(
                    Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b"),
                    "marks unfinished work; finish it, or write the limit down where users read it"),
            new Ban(
                    Pattern.compile("repo1?\\.mav" + "en|mav" + "en\\.org/maven2|registry\\.np" + "mjs|deb\\.deb"
                            + "ian|np" + "mmirror"),
                    "names a package registry; the tools' own settings decide where packages come from"),
            new Ban(
                    Pattern.compile("(?<![\\w.$}*/-])/(work|tmp|root|farm|home/\\w+)/"),
                    "names a folder of one machine; take it from an argument, a variable or mktemp"));

    private record Ban(Pattern pattern, String reason) {}

    private HouseWords() {}

    /** All findings in the given files of a repository; each names file, line, word and what to do. */
    public static List<String> findings(Path repository, List<Path> files) {
        List<String> findings = new ArrayList<>();
        for (Path file : files) {
            text(repository.resolve(file)).ifPresent(text -> addFindings(file, text, findings));
        }
        return List.copyOf(findings);
    }

    private static void addFindings(Path file, String text, List<String> findings) {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            for (Ban ban : BANS) {
                Matcher matcher = ban.pattern().matcher(line);
                if (matcher.find()) {
                    findings.add(file + ":" + number + ": \"" + matcher.group() + "\" " + ban.reason() + ".");
                }
            }
        }
    }

    /** The text of a file, or nothing if it is not UTF-8 text. */
    private static Optional<String> text(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
