package xindang.receivable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import xindang.customerfile.CustomerRegister.Figures;
import xindang.engine.canonical.CanonicalJson;
import xindang.engine.money.Money;

/** What the overview shows of the accounts of customers (客户汇总数据): one account in full, CNY if there is one, the others beside it. */
public final class CustomerFigures {

    private CustomerFigures() {}

    /** The figures of customers; all accounts of a customer must be among those given. */
    public static List<Figures> of(List<AccountFigures> accounts) {
        var byFile = new LinkedHashMap<UUID, List<AccountFigures>>();
        accounts.forEach(one ->
                byFile.computeIfAbsent(one.file(), _ -> new ArrayList<>(1)).add(one));
        var all = new ArrayList<Figures>(byFile.size());
        byFile.values().forEach(of -> all.add(one(of)));
        return all;
    }

    private static Figures one(List<AccountFigures> accounts) {
        AccountFigures main = main(accounts);
        int days = accounts.stream().mapToInt(AccountFigures::maxDays).max().orElse(0);
        String others = accounts.size() == 1
                ? "[]"
                : CanonicalJson.text(accounts.stream()
                        .filter(one -> !one.currency().equals(main.currency()))
                        .sorted(Comparator.comparing(one -> one.currency().getCurrencyCode()))
                        .map(CustomerFigures::other)
                        .toList());
        return new Figures(
                main.file(),
                main.currency().getCurrencyCode(),
                main.digits(),
                main.open(),
                main.overdue(),
                days,
                others);
    }

    /** The account that lists show: CNY, else the first that has items. */
    public static AccountFigures main(List<AccountFigures> accounts) {
        return accounts.stream()
                .filter(one ->
                        one.items() > 0 && one.currency().getCurrencyCode().equals("CNY"))
                .findFirst()
                .or(() -> accounts.stream().filter(one -> one.items() > 0).findFirst())
                .orElse(accounts.getFirst());
    }

    private static Map<String, Object> other(AccountFigures one) {
        return Map.of(
                "currency",
                one.currency().getCurrencyCode(),
                "open",
                new Money(one.currency(), one.open()).decimal(),
                "overdue",
                new Money(one.currency(), one.overdue()).decimal());
    }
}
