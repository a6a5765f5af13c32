package xindang.assess;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import xindang.engine.money.Money;

/**
 * A table of exchange rates (汇率表) from a CSV file with the header {@code date,from,to,rate}: one unit of {@code from} is
 * {@code rate} units of {@code to} from the date on, until a later line of the same pair. Two rates of one pair and day are
 * refused.
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
            return new ExchangeRates(file, lines(file, text));
        } catch (NoSuchFileException e) {
            throw new Stop(Exit.NO_INPUT, "rates.missing", file);
        } catch (MalformedInputException e) {
            throw new Stop(Exit.DATA, "rates.charset", file);
        } catch (IOException e) {
            throw new Stop(Exit.IO, "io.read", file, Problems.reason(e));
        }
    }

    private static List<Line> lines(Path file, List<String> text) {
        var lines = new LinkedHashMap<List<Object>, Line>();
        Map<List<Object>, Integer> numbers = new HashMap<>();
        for (int number = 2; number <= text.size(); number++) {
            if (text.get(number - 1).isBlank()) {
                continue;
            }
            Line line = line(file, number, text.get(number - 1));
            List<Object> pairAndDay = List.of(line.from(), line.to(), line.date());
            Line earlier = lines.putIfAbsent(pairAndDay, line);
            // Neither of two rates is better than the other; the same rate twice does no harm.
            if (earlier != null && earlier.rate().compareTo(line.rate()) != 0) {
                int first = Objects.requireNonNull(numbers.get(pairAndDay));
                throw new Stop(
                        Exit.DATA,
                        "rates.twice",
                        file,
                        first,
                        number,
                        pair(line),
                        line.date().toString());
            }
            numbers.putIfAbsent(pairAndDay, number);
        }
        return List.copyOf(lines.values());
    }

    private static String pair(Line line) {
        return line.from().getCurrencyCode() + "," + line.to().getCurrencyCode();
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

    /** An amount of minor units in minor units of the line's target, not rounded. */
    static BigDecimal exact(long minor, Line line) {
        BigDecimal amount = new Money(line.from(), minor).amount();
        return amount.multiply(line.rate()).movePointRight(Money.digits(line.to()));
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
