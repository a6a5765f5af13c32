package xindang.insight.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static xindang.schema.Tables.CUSTOMERFILE_OVERVIEW;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;
import xindang.insight.Distribution;
import xindang.platform.access.Reach;
import xindang.platform.rest.MoneyText;
import xindang.platform.store.Scoped;

/** Counts and sums over the overview (客户总览统计). */
@Repository
public class PortfolioReader {

    /** Lower ends of the bands of limits, in units of the currency. */
    private static final List<Integer> BANDS = List.of(0, 100_000, 500_000, 1_000_000, 5_000_000, 10_000_000);

    private static final List<String> STATES = List.of("not-assessed", "no-credit", "capped", "unlimited");

    private final DSLContext db;

    PortfolioReader(DSLContext db) {
        this.db = db;
    }

    /** Customers of one kind. */
    public record Share(int customers, BigDecimal open, BigDecimal limit) {

        /** No customer. */
        public static final Share NONE = new Share(0, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** Customers by grade. */
    public Map<String, Share> grades(Reach reach, String currency) {
        var o = CUSTOMERFILE_OVERVIEW;
        return db
                .select(o.GRADE, count(), zero(sum(o.OPEN)), zero(sum(o.LIMIT_AMOUNT)))
                .from(o)
                .where(scope(reach, currency).and(o.GRADE.isNotNull()))
                .groupBy(o.GRADE)
                .fetch()
                .stream()
                .collect(Collectors.toMap(
                        row -> row.value1(), row -> new Share(row.value2(), row.value3(), row.value4())));
    }

    /** Customers without a grade. */
    public int notRated(Reach reach, String currency) {
        return db.fetchCount(CUSTOMERFILE_OVERVIEW, scope(reach, currency).and(CUSTOMERFILE_OVERVIEW.GRADE.isNull()));
    }

    /** Capped limits by band; empty bands are there too. */
    public List<Distribution.LimitBand> bands(Reach reach, String currency) {
        var o = CUSTOMERFILE_OVERVIEW;
        Field<Integer> band = band();
        Map<Integer, Share> found = db
                .select(band, count(), zero(sum(o.LIMIT_AMOUNT)))
                .from(o)
                .where(scope(reach, currency).and(o.LIMIT_AMOUNT.isNotNull()))
                .groupBy(band)
                .fetch()
                .stream()
                .collect(Collectors.toMap(
                        row -> row.value1(), row -> new Share(row.value2(), BigDecimal.ZERO, row.value3())));
        var bands = new ArrayList<Distribution.LimitBand>();
        for (int i = 0; i < BANDS.size(); i++) {
            Share share = found.getOrDefault(i, Share.NONE);
            bands.add(new Distribution.LimitBand(
                    end(i, currency),
                    i + 1 == BANDS.size() ? null : end(i + 1, currency),
                    share.customers(),
                    MoneyText.plain(share.limit(), currency)));
        }
        return bands;
    }

    private static Field<Integer> band() {
        Field<Integer> band = inline(0);
        for (int i = 1; i < BANDS.size(); i++) {
            band = when(CUSTOMERFILE_OVERVIEW.LIMIT_AMOUNT.ge(inline(BigDecimal.valueOf(BANDS.get(i)))), inline(i))
                    .otherwise(band);
        }
        return band;
    }

    private static String end(int band, String currency) {
        return MoneyText.plain(BigDecimal.valueOf(BANDS.get(band)), currency);
    }

    /** Customers by state of their limit; every state is there. */
    public List<Distribution.StateShare> states(Reach reach, String currency) {
        var o = CUSTOMERFILE_OVERVIEW;
        Map<String, Integer> found = db.select(o.LIMIT_STATE, count())
                .from(o)
                .where(scope(reach, currency))
                .groupBy(o.LIMIT_STATE)
                .fetchMap(o.LIMIT_STATE, count());
        return STATES.stream()
                .map(state -> new Distribution.StateShare(state, found.getOrDefault(state, 0)))
                .toList();
    }

    private static Condition scope(Reach reach, String currency) {
        var o = CUSTOMERFILE_OVERVIEW;
        return Scoped.within(reach, o.NODE_ID, o.DEPARTMENT_ID)
                .and(o.CURRENCY.eq(currency))
                .and(Scoped.readable(o.LEVEL, o.FILE_ID));
    }

    private static Field<BigDecimal> zero(Field<BigDecimal> sum) {
        return coalesce(sum, inline(BigDecimal.ZERO));
    }
}
