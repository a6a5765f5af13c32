package xindang.gates;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of the house about who may use what (架构规则). The root package is an argument, so that the same rules can
 * be tried on planted samples that break them. A rule that matches no class fails: it would guard nothing.
 */
public final class ArchitectureRules {

    private static final Set<String> BASE_PACKAGES =
            ModuleLayer.boot().findModule("java.base").orElseThrow().getPackages();

    /** Of several modules, whom each may use besides itself. */
    private static final List<Direction> DIRECTIONS = List.of(
            new Direction("engine", Set.of()),
            new Direction("intake", Set.of("engine")),
            new Direction("format", Set.of("engine")),
            new Direction("assess", Set.of("engine", "intake", "format")),
            new Direction("proof", Set.of()));

    private final String root;

    private record Direction(String module, Set<String> mayUse) {}

    /** Rules for the classes below a root package such as {@code xindang}. */
    public ArchitectureRules(String root) {
        this.root = root;
    }

    /** The modules that have a direction, in the order of the build. */
    public static List<String> modules() {
        return DIRECTIONS.stream().map(Direction::module).toList();
    }

    /** The engine is made of the language alone: {@code java.base}, JSpecify and itself. */
    public ArchRule engineUsesOnlyTheLanguage() {
        return classes()
                .that()
                .resideInAPackage(below("engine"))
                .should()
                .onlyDependOnClassesThat(describe(
                        "belong to java.base, JSpecify or the engine",
                        type -> isOfBase(type)
                                || isBelow(type, root + ".engine")
                                || isBelow(type, "org.jspecify.annotations")));
    }

    /** The engine reads no clock, file, network, environment or chance, and no default of the machine. */
    public ArchRule engineIsPure() {
        return classes().that().resideInAPackage(below("engine")).should(new StayPure());
    }

    /** Capabilities within the engine do not use each other in a circle. */
    public ArchRule engineIsFreeOfCycles() {
        return slices().matching(root + ".engine.(*)..").should().beFreeOfCycles();
    }

    /** A module uses only the modules it may. */
    public ArchRule usesOnlyWhatItMay(String module) {
        Direction direction = DIRECTIONS.stream()
                .filter(d -> d.module().equals(module))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no direction is set for module " + module));
        Set<String> allowed =
                direction.mayUse().stream().map(m -> root + "." + m).collect(Collectors.toSet());
        allowed.add(root + "." + module);
        DescribedPredicate<JavaClass> fits = describe(
                "lie outside " + root + " or in " + allowed.stream().sorted().toList(),
                type -> !isBelow(type, root) || allowed.stream().anyMatch(own -> isBelow(type, own)));
        return classes().that().resideInAPackage(below(module)).should().onlyDependOnClassesThat(fits);
    }

    /** Where money is counted nothing is a binary fraction: no field, parameter or result. */
    public ArchRule moneyIsExact() {
        return classes()
                .that()
                .resideInAnyPackage(below("engine.money"), below("engine.receivable"), below("engine.creditline"))
                .should(new AvoidBinaryFractions());
    }

    /** Every package says that its types are not null unless marked; the generated tables cannot. */
    public ArchRule packagesAreNullMarked() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(below("schema"))
                .should(new LieInNullMarkedPackage());
    }

    private String below(String word) {
        return root + "." + word + "..";
    }

    private static boolean isBelow(JavaClass type, String packageName) {
        String own = type.getBaseComponentType().getPackageName();
        return own.equals(packageName) || own.startsWith(packageName + ".");
    }

    private static boolean isOfBase(JavaClass type) {
        JavaClass element = type.getBaseComponentType();
        return element.isPrimitive() || BASE_PACKAGES.contains(element.getPackageName());
    }

    private static final class AvoidBinaryFractions extends ArchCondition<JavaClass> {

        private static final Set<String> FRACTIONS = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

        AvoidBinaryFractions() {
            super("have no double or float in a field, parameter or result");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            for (JavaField field : type.getFields()) {
                report(field.getFullName(), List.of(field.getRawType()), events);
            }
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                report(unit.getFullName(), List.of(unit.getRawReturnType()), events);
                report(unit.getFullName(), unit.getRawParameterTypes(), events);
            }
        }

        private static void report(String where, List<JavaClass> types, ConditionEvents events) {
            boolean fraction = types.stream()
                    .anyMatch(t -> FRACTIONS.contains(t.getBaseComponentType().getName()));
            events.add(new SimpleConditionEvent(where, !fraction, where + " has a double or float"));
        }
    }

    private static final class LieInNullMarkedPackage extends ArchCondition<JavaClass> {

        LieInNullMarkedPackage() {
            super("lie in a package with a @NullMarked package-info");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean marked = type.getPackage()
                    .tryGetPackageInfo()
                    .map(info -> info.isAnnotatedWith(NullMarked.class))
                    .orElse(false);
            events.add(new SimpleConditionEvent(
                    type,
                    marked,
                    type.getPackageName() + " of " + type.getName() + " has no @NullMarked package-info"));
        }
    }

    private static final class StayPure extends ArchCondition<JavaClass> {

        /** Types that by their nature reach out of the program or move by chance. */
        private static final List<String> TYPES = List.of(
                "java.time.Clock",
                "java.time.InstantSource",
                "java.util.Date",
                "java.util.Calendar",
                "java.util.GregorianCalendar",
                "java.util.Random",
                "java.util.SplittableRandom",
                "java.util.Timer",
                "java.util.Scanner",
                "java.util.concurrent.ThreadLocalRandom",
                "java.security.SecureRandom",
                "java.lang.Runtime",
                "java.lang.Process",
                "java.lang.ProcessBuilder");

        private static final List<String> PACKAGES =
                List.of("java.io", "java.net", "java.nio.file", "java.nio.channels", "java.sql", "java.util.random");

        /** Members that read a clock, the environment, chance or a default of the machine. */
        private static final Set<String> MEMBERS = Set.of(
                "java.lang.System.currentTimeMillis",
                "java.lang.System.nanoTime",
                "java.lang.System.getenv",
                "java.lang.System.getProperty",
                "java.lang.System.getProperties",
                "java.lang.System.lineSeparator",
                "java.lang.System.in",
                "java.lang.System.out",
                "java.lang.System.err",
                "java.lang.System.exit",
                "java.lang.Integer.getInteger",
                "java.lang.Long.getLong",
                "java.lang.Boolean.getBoolean",
                "java.lang.Math.random",
                "java.lang.StrictMath.random",
                "java.util.UUID.randomUUID",
                "java.util.Collections.shuffle",
                "java.util.Locale.getDefault",
                "java.util.TimeZone.getDefault",
                "java.time.ZoneId.systemDefault",
                "java.nio.charset.Charset.defaultCharset");

        /** Members that take the machine's language when none is given; written with their parameter types. */
        private static final Set<String> WITHOUT_LOCALE = Set.of(
                "java.lang.String.toLowerCase()",
                "java.lang.String.toUpperCase()",
                "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
                "java.lang.String.formatted([Ljava.lang.Object;)",
                "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)");

        StayPure() {
            super("read no clock, file, network, environment, chance or default of the machine");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            type.getDirectDependenciesFromSelf().forEach(dependency -> {
                String target =
                        dependency.getTargetClass().getBaseComponentType().getName();
                boolean reachesOut = TYPES.contains(target)
                        || PACKAGES.stream().anyMatch(p -> isBelow(dependency.getTargetClass(), p));
                events.add(new SimpleConditionEvent(
                        type, !reachesOut || target.equals("java.io.Serializable"), dependency.getDescription()));
            });
            type.getAccessesFromSelf()
                    .forEach(access ->
                            events.add(new SimpleConditionEvent(type, isPure(access), access.getDescription())));
        }

        private static boolean isPure(JavaAccess<?> access) {
            String owner = access.getTargetOwner().getName();
            String member = owner + "." + access.getTarget().getName();
            String full = access.getTarget().getFullName();
            boolean readsNow = owner.startsWith("java.time.")
                    && access.getTarget().getName().equals("now");
            return !readsNow && !MEMBERS.contains(member) && !WITHOUT_LOCALE.contains(full);
        }
    }
}
