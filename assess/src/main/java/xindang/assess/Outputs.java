package xindang.assess;

/** Names of the files of a result (输出文件). They are an interface; changes need a line in the changelog. */
final class Outputs {

    static final String SUMMARY = OutputFolder.MARK;
    static final String CUSTOMERS = "customers.csv";
    static final String DUNNING = "dunning.csv";
    static final String WARNINGS = "warnings.csv";
    static final String REJECTED = "rejected.csv";
    static final String DECISIONS = "decisions.jsonl";
    static final String POLICIES = "policies.json";
    static final String REPORT = "report.html";

    private Outputs() {}
}
