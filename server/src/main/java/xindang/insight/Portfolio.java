package xindang.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.insight.store.PortfolioReader;
import xindang.platform.access.Caller;
import xindang.platform.rest.MoneyText;
import xindang.platform.time.BusinessClock;
import xindang.policy.GradePlaces;

/** Figures over all customers within reach (组合统计). */
@Service
@Transactional(readOnly = true)
public class Portfolio {

    private final PortfolioReader reader;
    private final GradePlaces places;
    private final BusinessClock clock;

    Portfolio(PortfolioReader reader, GradePlaces places, BusinessClock clock) {
        this.reader = reader;
        this.places = places;
        this.clock = clock;
    }

    /** How the customers that show a currency spread over grades, limits and states. */
    public Distribution distribution(Caller caller, String currency) {
        List<UUID> companies = caller.reach().companies();
        GradePlaces.Scale scale = places.at(companies.isEmpty() ? caller.node() : companies.getFirst(), clock.today());
        var counted = reader.grades(caller.reach(), currency);
        var grades = new ArrayList<Distribution.GradeShare>();
        for (String code : scale.codes()) {
            var share = counted.getOrDefault(code, PortfolioReader.Share.NONE);
            grades.add(new Distribution.GradeShare(
                    code,
                    scale.step(code),
                    scale.codes().size(),
                    share.customers(),
                    MoneyText.plain(share.open(), currency),
                    MoneyText.plain(share.limit(), currency)));
        }
        return new Distribution(
                clock.today(),
                grades,
                reader.notRated(caller.reach(), currency),
                reader.bands(caller.reach(), currency),
                reader.states(caller.reach(), currency));
    }
}
