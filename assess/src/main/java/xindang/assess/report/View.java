package xindang.assess.report;

import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import xindang.assess.CurrencyTotals;
import xindang.assess.RunResult;
import xindang.assess.Texts;
import xindang.engine.warning.WarningPolicy;
import xindang.format.WarningMapping;

/**
 * What every section reads.
 *
 * @param result the run
 * @param words texts of the page
 * @param texts texts of the command, in which notes are written
 */
record View(RunResult result, Words words, Texts texts) {

    /** Currencies shown in full; a ledger with more has them in one table, so that the page stays readable. */
    static final int CURRENCIES = 6;

    /** The currencies shown in full, those with the most open items first. */
    List<CurrencyTotals> currencies() {
        return all().stream().limit(CURRENCIES).toList();
    }

    /** The other currencies. */
    List<CurrencyTotals> otherCurrencies() {
        return all().stream().skip(CURRENCIES).toList();
    }

    boolean severalCurrencies() {
        return result.totals().size() > 1;
    }

    private List<CurrencyTotals> all() {
        return result.totals().values().stream()
                .sorted(Comparator.comparingInt(
                                (CurrencyTotals totals) -> totals.measures().openCount())
                        .reversed()
                        .thenComparing(totals -> totals.currency().getCurrencyCode()))
                .toList();
    }

    /** A column head with its unit: 金额（元）, Amount (USD). */
    String inUnit(String key, Currency currency) {
        return words.get("inUnit", words.get(key), words.code("unit", currency.getCurrencyCode()));
    }

    /** A title that names the currency, where there are several. */
    String ofCurrency(String key, Currency currency) {
        return severalCurrencies() ? words.get("ofCurrency", words.get(key), name(currency)) : words.get(key);
    }

    /** A currency by code and name: {@code 人民币 CNY}. */
    String name(Currency currency) {
        return words.has("currency." + currency.getCurrencyCode())
                ? words.get(
                        "currencyName", words.get("currency." + currency.getCurrencyCode()), currency.getCurrencyCode())
                : currency.getCurrencyCode();
    }

    /** The warning standards of the run. */
    WarningPolicy warning() {
        return WarningMapping.policy(result.policies().body("ews"));
    }
}
