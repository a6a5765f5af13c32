package xindang.intake;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xindang.engine.receivable.ReceivableColumns;

/**
 * Turns rows into columns, one stretch of the file at a time; one parser per thread. No object is made for an ordinary
 * row: cells stay bytes in the buffer.
 */
final class RowParser {

    private static final int CUSTOMER = Field.CUSTOMER.index();
    private static final int NAME = Field.CUSTOMER_NAME.index();
    private static final int INVOICE = Field.INVOICE.index();
    private static final int ISSUED = Field.ISSUED.index();
    private static final int DUE = Field.DUE.index();
    private static final int AMOUNT = Field.AMOUNT.index();
    private static final int CURRENCY = Field.CURRENCY.index();
    private static final int SETTLED = Field.SETTLED.index();
    private static final int SETTLED_AMOUNT = Field.SETTLED_AMOUNT.index();
    private static final int OUTSTANDING = Field.OUTSTANDING.index();
    private static final int DISPUTED = Field.DISPUTED.index();
    private static final int TERM = Field.TERM.index();

    private final Plan plan;
    private final Terms terms;
    private final RowCells cells;
    private final CustomerTable customers = new CustomerTable();
    private final TextTable termTexts = new TextTable();
    private int[] termNumbers = new int[64];
    private final Dates dates;
    private final Amounts amounts = new Amounts();
    private final NoItem noItem;
    private final boolean[] has = new boolean[Field.COUNT];

    private final Expected expected = new Expected();

    private byte[] b = new byte[0];
    private Block block;
    private int line;
    private @Nullable RejectCode fault;
    private int faultField;

    RowParser(Plan plan, Terms terms) {
        this.plan = plan;
        this.terms = terms;
        this.cells = new RowCells(plan.delimiter, plan.quotes, plan.fieldOf);
        this.dates = new Dates(plan.serialOffset, !plan.quotes);
        this.noItem = new NoItem(plan);
        this.block = new Block(0, 0, customers, 0, 0);
        for (int i = 0; i < Field.COUNT; i++) {
            has[i] = plan.columnOf[i] >= 0;
        }
    }

    /** Reads all rows of a stretch. */
    Block parse(BlockReader.Stretch stretch, int file, int skipRows, int firstOrdinal) throws FileReader.StrayQuote {
        b = stretch.bytes;
        int end = stretch.length;
        block = new Block(stretch.ordinal, file, customers, expected.rows(end), expected.text(end));
        line = 1;
        int p = 0;
        int skip = stretch.ordinal == firstOrdinal ? skipRows : 0;
        while (p < end) {
            int start = p;
            cells.acrossLines = plan.acrossLines || skip > 0;
            p = cells.read(b, p, end);
            if (skip > 0) {
                skip--;
            } else {
                if (cells.acrossLines && isStray()) {
                    throw new FileReader.StrayQuote();
                }
                row(start, Math.min(p, end));
            }
            line += 1 + cells.extraLines;
        }
        block.lines = line - 1;
        expected.learn(block, end);
        block.trim();
        return block;
    }

    /** Whether the row has swallowed others: remarks may have several lines, what identifies an item has one. */
    private boolean isStray() {
        if (cells.unclosed || cells.stray) {
            return true;
        }
        for (int field = 0; field < Field.COUNT && cells.extraLines > 0; field++) {
            if (has[field] && field != NAME && field != DISPUTED && field != TERM) {
                int s = trimmedStart(field);
                int e = trimmedEnd(field);
                if (s < e && (Bytes.contains(b, s, e, (byte) '\n') || Bytes.contains(b, s, e, (byte) '\r'))) {
                    return true;
                }
            }
        }
        return cells.extraLines > 0 && cells.tooLong;
    }

    private void row(int start, int end) {
        fault = null;
        faultField = -1;
        block.room();
        if (cells.unclosed) {
            reject(RejectCode.UNCLOSED_QUOTE, -1);
        } else if (cells.tooLong) {
            reject(RejectCode.CELL_TOO_LONG, -1);
        } else if (cells.columns < plan.columnsNeeded) {
            reject(RejectCode.TOO_FEW_COLUMNS, -1);
        } else if (customer() && money() && days() && dispute()) {
            if (!customers.isTotal(block.customer[block.rows]) || isItem()) {
                accept();
                return;
            }
            reject(RejectCode.TOTAL_ROW, CUSTOMER);
        }
        RejectCode why = noItem.classify(b, start, end, cells, fault == null ? RejectCode.BAD_AMOUNT : fault);
        if (why != null) {
            boolean wholeRow = faultField < 0 || why != fault;
            int s = wholeRow ? start : trimmedStart(faultField);
            int e = wholeRow ? Cells.trimEnd(b, start, end) : trimmedEnd(faultField);
            block.rejects.add(line, wholeRow ? null : Field.at(faultField), why, b, s, Math.max(s, e));
        }
    }

    /** Even a customer called "Total" can owe: a total row has no invoice number. */
    private boolean isItem() {
        return has[INVOICE] && trimmedStart(INVOICE) < trimmedEnd(INVOICE);
    }

    private boolean reject(RejectCode code, int field) {
        fault = code;
        faultField = field;
        return false;
    }

    private int trimmedStart(int field) {
        int s = cells.starts[field];
        int e = cells.ends[field];
        return s < e && (b[s] <= ' ') ? Cells.trimStart(b, s, e) : s;
    }

    private int trimmedEnd(int field) {
        int s = cells.starts[field];
        int e = cells.ends[field];
        return s < e && b[e - 1] <= ' ' ? Cells.trimEnd(b, s, e) : e;
    }

    private boolean customer() {
        int s = trimmedStart(CUSTOMER);
        int e = trimmedEnd(CUSTOMER);
        if (s >= e || (b[s] == '-' && Cells.missing(b, s, e)) || (e - s == 4 && Cells.missing(b, s, e))) {
            return reject(RejectCode.MISSING_CUSTOMER, CUSTOMER);
        }
        block.customer[block.rows] = customers.intern(b, s, e);
        return true;
    }

    private boolean money() {
        int named = has[CURRENCY] ? currencyCell() : Currencies.NONE;
        if (named == Currencies.UNKNOWN) {
            return reject(RejectCode.UNKNOWN_CURRENCY, CURRENCY);
        }
        Amounts.Status status = part(AMOUNT);
        if (status != Amounts.Status.GOOD) {
            return reject(status == Amounts.Status.BAD ? RejectCode.BAD_AMOUNT : RejectCode.MISSING_AMOUNT, AMOUNT);
        }
        int currency = RowCurrency.of(plan, amounts.mark(), named, marked(AMOUNT));
        if (currency == Currencies.UNKNOWN) {
            return reject(RejectCode.CURRENCY_CONFLICT, AMOUNT);
        }
        long amount = minor(currency, AMOUNT);
        if (fault != null) {
            return false;
        }
        if (currency == Currencies.DOLLAR_SIGN && block.dollars++ == 0) {
            block.dollarLine = line;
        }
        block.currency[block.rows] = (short) currency;
        block.amount[block.rows] = amount;
        return settledMoney(currency, amount);
    }

    private int currencyCell() {
        int s = trimmedStart(CURRENCY);
        int e = trimmedEnd(CURRENCY);
        if (e - s == 3) {
            int known = Currencies.ofLetters(b, s);
            if (known >= 0) {
                return known;
            }
        }
        if (s >= e || Cells.missing(b, s, e)) {
            return Currencies.NONE;
        }
        return e - s > 64 ? Currencies.UNKNOWN : Currencies.of(Cells.text(b, s, e));
    }

    /** What the amount cell just parsed and its header say about the currency; the more exact one of the two. */
    private int marked(int field) {
        int cell = amounts.mark();
        int header = plan.mark[field];
        if (cell == Currencies.NONE || (cell < 0 && header >= 0 && Currencies.agree(cell, header))) {
            return header;
        }
        return cell >= 0 && header >= 0 && cell != header ? Currencies.UNKNOWN : cell;
    }

    private long minor(int currency, int field) {
        long minor = amounts.minor(Currencies.digits(currency), plan.exponent[field]);
        if (minor == Amounts.EXCESS_DECIMALS) {
            reject(RejectCode.EXCESS_DECIMALS, field);
        } else if (minor == Amounts.TOO_LARGE) {
            reject(RejectCode.AMOUNT_TOO_LARGE, field);
        }
        return minor;
    }

    private boolean settledMoney(int currency, long amount) {
        int row = block.rows;
        if (plan.undecided != null) {
            undecided(plan.undecided.index());
        }
        int day = has[SETTLED] ? date(SETTLED) : Dates.MISSING;
        if (day == Dates.BAD) {
            return reject(RejectCode.BAD_DATE, SETTLED);
        }
        Long paid = has[SETTLED_AMOUNT] ? part(SETTLED_AMOUNT, currency, amount) : null;
        Long open = fault == null && has[OUTSTANDING] ? part(OUTSTANDING, currency, amount) : null;
        if (fault != null) {
            return false;
        }
        long whole = plan.openBalance ? amount + (paid == null ? 0 : paid) : amount;
        long alone = day == Dates.MISSING || plan.openBalance ? 0 : whole;
        long settled = paid != null ? paid : open != null ? whole - open : alone;
        int field = paid == null && open != null ? OUTSTANDING : SETTLED_AMOUNT;
        if (whole > Amounts.LARGEST || whole < -Amounts.LARGEST) {
            return reject(RejectCode.AMOUNT_TOO_LARGE, AMOUNT);
        }
        if ((settled < 0 && whole > 0) || (settled > 0 && whole < 0)) {
            return reject(RejectCode.SETTLED_SIGN, field);
        }
        if (whole < 0 && settled < whole) {
            return reject(RejectCode.SETTLED_BEYOND_CREDIT, field);
        }
        if (open != null && whole - settled != open) {
            return reject(RejectCode.CONTRADICTING_BALANCE, OUTSTANDING);
        }
        block.amount[row] = whole;
        block.settledAmount[row] = settled;
        block.settled[row] = settled == 0 && whole != 0 ? Dates.MISSING : day;
        return true;
    }

    /** Counts a cell of the settlement column about which the whole column decides. */
    private void undecided(int field) {
        int s = trimmedStart(field);
        int e = Math.min(trimmedEnd(field), s + 64);
        if (s < e && !Cells.missing(b, s, e)) {
            block.settlement.add(Cells.text(b, s, e));
        }
    }

    /** What is settled or open in minor units, null if the cell says nothing or the row is refused. */
    private @Nullable Long part(int field, int currency, long amount) {
        Amounts.Status status = part(field);
        if (status == Amounts.Status.MISSING) {
            return null;
        }
        if (status == Amounts.Status.BAD) {
            int s = trimmedStart(field);
            Boolean settled = field == SETTLED_AMOUNT
                    ? YesNo.settled(Cells.text(b, s, Math.min(trimmedEnd(field), s + 40)))
                    : null;
            if (settled != null && !plan.openBalance) {
                return settled ? amount : 0L;
            }
            reject(RejectCode.BAD_AMOUNT, field);
            return null;
        }
        if (status == Amounts.Status.GOOD && !Currencies.agree(marked(field), currency)) {
            reject(RejectCode.CURRENCY_CONFLICT, field);
            return null;
        }
        // A dash is how accounting formats print zero.
        return status == Amounts.Status.DASH ? 0 : minor(currency, field);
    }

    private Amounts.Status part(int field) {
        int s = trimmedStart(field);
        int e = Math.max(s, trimmedEnd(field));
        Amounts.Status status = amounts.parse(b, s, e, plan.comma[field]);
        if (status == Amounts.Status.BAD && e - s <= 64) {
            int comma = DecimalStyle.commaEvidence(List.of(Cells.text(b, s, e)));
            block.otherStyle[field] |= plan.comma[field] ? comma < 0 : comma > 0;
        }
        block.ownStyle[field] |= status == Amounts.Status.GOOD && amounts.provesStyle();
        return status;
    }

    private int date(int field) {
        int s = trimmedStart(field);
        int value = dates.parse(b, s, Math.max(s, trimmedEnd(field)));
        if (value >= Dates.PACKED) {
            int evidence = Dates.evidence(value);
            block.dateEvidence[field][evidence == 0 ? 2 : evidence > 0 ? 0 : 1]++;
            int[] proof = block.dateProof[field];
            if (evidence != 0 && proof[evidence > 0 ? 0 : 1] == 0) {
                proof[evidence > 0 ? 0 : 1] = value;
            }
            if (block.dateExample[field] == 0 || evidence == 0) {
                block.dateExample[field] = value;
            }
            block.unsettledDates = true;
        }
        return value;
    }

    private boolean days() {
        int row = block.rows;
        int issued = has[ISSUED] ? date(ISSUED) : Dates.MISSING;
        int due = has[DUE] && issued != Dates.BAD ? date(DUE) : Dates.MISSING;
        if (issued == Dates.BAD || due == Dates.BAD) {
            return reject(RejectCode.BAD_DATE, due == Dates.BAD ? DUE : ISSUED);
        }
        block.issued[row] = issued;
        block.due[row] = due == Dates.MISSING ? byTerm(issued) : due;
        return fault == null;
    }

    /** The term's number in place of a due day; the day itself follows when the day of issue is certain. */
    private int byTerm(int issued) {
        int s = trimmedStart(TERM);
        int e = trimmedEnd(TERM);
        if (!has[TERM] || s >= e || Cells.missing(b, s, e)) {
            reject(issued == Dates.MISSING ? RejectCode.MISSING_DATE : RejectCode.MISSING_DUE, DUE);
            return Dates.MISSING;
        }
        int known = termTexts.size();
        int text = termTexts.intern(b, s, e);
        if (text == known) {
            termNumbers = text < termNumbers.length ? termNumbers : Arrays.copyOf(termNumbers, text * 2);
            termNumbers[text] = terms.number(Cells.text(b, s, Math.min(e, s + 200)));
        }
        int number = termNumbers[text];
        if (terms.term(number) == null) {
            reject(RejectCode.UNKNOWN_TERM, TERM);
        } else if (issued == Dates.MISSING) {
            reject(RejectCode.MISSING_DATE, ISSUED);
        }
        block.unsettledDates = true;
        return Dates.TERM | number;
    }

    private boolean dispute() {
        int row = block.rows;
        block.marks[row] = 0;
        if (!has[DISPUTED]) {
            return true;
        }
        int s = trimmedStart(DISPUTED);
        int e = trimmedEnd(DISPUTED);
        if (s >= e || (b[s] == '0' && e - s == 1)) {
            return true;
        }
        Boolean disputed = YesNo.disputed(Cells.text(b, s, Math.min(e, s + 400)), plan);
        if (disputed == null) {
            return reject(RejectCode.BAD_DISPUTED, DISPUTED);
        }
        block.marks[row] = disputed ? ReceivableColumns.DISPUTED : 0;
        return true;
    }

    private void accept() {
        int row = block.rows;
        if (has[INVOICE]) {
            int s = trimmedStart(INVOICE);
            int e = Math.max(s, trimmedEnd(INVOICE));
            block.invoice[row] = block.keep(b, s, Cells.missing(b, s, e) ? s : e);
        } else {
            block.invoice[row] = block.keep(b, 0, 0);
        }
        int customer = block.customer[row];
        if (has[NAME] && !customers.isNamed(customer)) {
            int s = trimmedStart(NAME);
            int e = trimmedEnd(NAME);
            if (s < e && !Cells.missing(b, s, e)) {
                customers.name(customer, b, s, e, block.ordinal);
            }
        }
        block.line[row] = line;
        block.rows++;
    }
}
