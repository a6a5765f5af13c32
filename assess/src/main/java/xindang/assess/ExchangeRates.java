package xindang.assess;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import xindang.engine.money.Money;

/**
 * A table of exchange rates (汇率表) from a CSV file with the header {@code date,from,to,rate}: one unit of {@code from} is
 * {@code rate} units of {@code to} from the date on, until a later line of the same pair.
 */
public final class ExchangeRates {

    /** One line: from {@code date} on, 1 {@code from} = {@code rate} {@code to}. */
    public record Line(LocalDate date, Currency from, Currency to, BigDecimal rate) {}

    private static final String HEADER = "date,from,to,rate";
    private static final long LARGEST = 8L << 20;

    private final Path file;
    private final List<Line> lines;

    private ExchangeRates(Path file, List<Line> lines) {
        this.file = file;
        this.lines = lines;
    }

    static ExchangeRates read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new Stop(Exit.DATA, "rates.large", file);
            }
            List<String> text = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (text.isEmpty() || !plain(text.getFirst()).equals(HEADER)) {
                throw new Stop(Exit.DATA, "rates.header", file, HEADER);
            }
            var lines = new ArrayList<Line>();
            for (int i = 1; i < text.size(); i++) {
                if (!text.get(i).isBlank()) {
                    lines.add(line(file, i + 1, text.get(i)));
                }
            }
            return new ExchangeRates(file, lines);
        } catch (NoSuchFileException e) {
            throw new Stop(Exit.NO_INPUT, "rates.missing", file);
        } catch (MalformedInputException e) {
            throw new Stop(Exit.DATA, "rates.charset", file);
        } catch (IOException e) {
            throw new Stop(Exit.IO, "io.read", file, Problems.reason(e));
        }
    }

    /** The latest line of a pair up to a day, direct or turned round. */
    Line on(LocalDate day, Currency from, Currency to) {
        Optional<Line> direct = latest(day, from, to);
        Optional<Line> inverse = latest(day, to, from);
        if (direct.isEmpty() && inverse.isEmpty()) {
            throw new Stop(Exit.DATA, "rates.none", file, from.getCurrencyCode(), to.getCurrencyCode(), day.toString());
        }
        if (inverse.isEmpty()
                || (direct.isPresent()
                        && !direct.get().date().isBefore(inverse.get().date()))) {
            return direct.orElseThrow();
        }
        Line turned = inverse.get();
        return new Line(turned.date(), from, to, BigDecimal.ONE.divide(turned.rate(), MathContext.DECIMAL64));
    }

    /** An amount converted by a line, rounded half up. */
    static Money convert(long minor, Line line) {
        BigDecimal amount = new Money(line.from(), minor).amount();
        return Money.rounded(line.to(), amount.multiply(line.rate()), RoundingMode.HALF_UP);
    }

    private Optional<Line> latest(LocalDate day, Currency from, Currency to) {
        return lines.stream()
                .filter(line -> line.from().equals(from)
                        && line.to().equals(to)
                        && !line.date().isAfter(day))
                .reduce((one, other) -> other.date().isBefore(one.date()) ? one : other);
    }

    private static Line line(Path file, int number, String text) {
        String[] fields = plain(text).split(",", -1);
        if (fields.length != 4) {
            throw new Stop(Exit.DATA, "rates.fields", file, number, text);
        }
        return new Line(
                field(file, number, "date", fields[0], LocalDate::parse),
                field(file, number, "from", fields[1], Currency::getInstance),
                field(file, number, "to", fields[2], Currency::getInstance),
                field(file, number, "rate", fields[3], ExchangeRates::positive));
    }

    private static <T> T field(
            Path file, int line, String name, String value, java.util.function.Function<String, T> reader) {
        try {
            return reader.apply(value);
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new Stop(Exit.DATA, "rates.value", file, line, name, value);
        }
    }

    private static BigDecimal positive(String text) {
        var rate = new BigDecimal(text);
        if (text.length() > 30 || rate.signum() <= 0) {
            throw new IllegalArgumentException(text);
        }
        return rate;
    }

    /** Without a byte order mark and blanks. */
    private static String plain(String line) {
        return line.replace("\uFEFF", "").replace(" ", "");
    }
}
