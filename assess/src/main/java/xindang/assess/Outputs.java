package xindang.assess;

import java.util.Set;

/** Names of the files of a result (输出文件). They are an interface; changes need a line in the changelog. */
final class Outputs {

    static final String SUMMARY = "summary.json";
    static final String CUSTOMERS = "customers.csv";
    static final String DUNNING = "dunning.csv";
    static final String WARNINGS = "warnings.csv";
    static final String REJECTED = "rejected.csv";
    static final String DECISIONS = "decisions.jsonl";
    static final String POLICIES = "policies.json";
    static final String REPORT = "report.html";

    /** Everything a result can hold. A folder that holds anything else is not a result and is never replaced. */
    static final Set<String> ALL = Set.of(SUMMARY, CUSTOMERS, DUNNING, WARNINGS, REJECTED, DECISIONS, POLICIES, REPORT);

    private Outputs() {}
}
