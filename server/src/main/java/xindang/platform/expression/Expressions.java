package xindang.platform.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelReference;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import xindang.platform.expression.Compiled.Fault;

/**
 * Compiles expressions (编译表达式): only declared names, the functions of the language and those of {@link Functions}. An expression
 * cannot loop for ever, as the language has no loops but those over lists, and these are counted; it reads no clock and reaches nothing.
 */
public final class Expressions {

    /** Longest text. */
    public static final int LONGEST = 2000;

    private static final int MOST_FAULTS = 20;

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(40)
            .comprehensionMaxIterations(20_000)
            .maxRegexProgramSize(2_000)
            .build();

    private static final CelRuntime RUNTIME = CelRuntimeFactory.legacyCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .addFunctionBindings(Functions.bound())
            .build();

    private Expressions() {}

    /**
     * Compiles a text.
     *
     * @param text the text, {@link #LONGEST} characters at most
     * @param names names that it may use
     * @param gives what it must give
     */
    public static Compiled compile(String text, Names names, ValueKind gives) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addFunctionDeclarations(Functions.declared());
        names.kinds().forEach((name, kind) -> builder.addVar(name, kind.type()));
        CelValidationResult result = builder.build().compile(text);
        if (result.hasError()) {
            return new Compiled.Faulty(result.getErrors().stream()
                    .limit(MOST_FAULTS)
                    .map(Expressions::fault)
                    .toList());
        }
        try {
            CelAbstractSyntaxTree tree = result.getAst();
            if (!gives.fits(tree.getResultType())) {
                return faulty("gives " + tree.getResultType().name() + ", not " + gives.code());
            }
            return new Expression(text, gives, used(tree, names), RUNTIME.createProgram(tree));
        } catch (CelValidationException | CelEvaluationException unfit) {
            return faulty(String.valueOf(unfit.getMessage()));
        }
    }

    private static Set<String> used(CelAbstractSyntaxTree tree, Names names) {
        return tree.getReferenceMap().values().stream()
                .map(CelReference::name)
                .filter(names.kinds()::containsKey)
                .collect(Collectors.toSet());
    }

    private static Compiled.Faulty faulty(String message) {
        return new Compiled.Faulty(List.of(new Fault(1, 1, message)));
    }

    private static Fault fault(CelIssue issue) {
        return new Fault(
                Math.max(1, issue.getSourceLocation().getLine()),
                Math.max(0, issue.getSourceLocation().getColumn()) + 1,
                issue.getMessage());
    }
}
