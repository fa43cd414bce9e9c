package org.mulin.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

/** House rules that the compiler does not hold. */
@AnalyzeClasses(packages = "org.mulin", importOptions = ImportOption.DoNotIncludeTests.class)
class RulesTest {
    private static final DescribedPredicate<JavaClass> WRITTEN_BY_HAND = DescribedPredicate.describe(
            "written by hand", type -> !type.getPackageName().contains(".internal.db"));

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.YearMonth");

    @ArchTest
    static final ArchRule NOBODY_ASKS_THE_MACHINE_FOR_THE_TIME = noClasses()
            .that(WRITTEN_BY_HAND)
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "now() without a clock",
                    (JavaCall<?> call) -> call.getName().equals("now")
                            && call.getTarget().getRawParameterTypes().stream()
                                    .noneMatch(type -> type.isEquivalentTo(Clock.class))
                            && CLOCKS.contains(call.getTargetOwner().getName())))
            .orShould()
            .callConstructor(Date.class)
            .orShould()
            .callMethodWhere(DescribedPredicate.describe(
                    "System.currentTimeMillis() outside of the sessions, which Spring reckons by it",
                    (JavaCall<?> call) -> call.getName().equals("currentTimeMillis")
                            && !call.getOriginOwner().getSimpleName().equals("SessionQueries")))
            .because("time comes from the Clock bean, so that tests and the demo can set it");

    @ArchTest
    static final ArchRule SQL_STANDS_IN_REPOSITORIES_AND_QUERIES = noClasses()
            .that(WRITTEN_BY_HAND)
            .and()
            .haveSimpleNameNotEndingWith("Repository")
            .and()
            .haveSimpleNameNotEndingWith("Queries")
            .and()
            .doNotHaveFullyQualifiedName("org.mulin.base.internal.StoredOnceOnly")
            .and(DescribedPredicate.describe(
                    "not a part of one",
                    type -> type.getEnclosingClass()
                            .map(outer -> !outer.getSimpleName().matches(".*(Repository|Queries)"))
                            .orElse(true)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jooq..");

    /** What makes the connection, listens on it or tells its faults has no other way. */
    @ArchTest
    static final ArchRule NOR_IS_IT_WRITTEN_WITHOUT_JOOQ = noClasses()
            .that(WRITTEN_BY_HAND)
            .and()
            .resideOutsideOfPackage("org.mulin.launch.internal")
            .and()
            .doNotHaveFullyQualifiedName("org.mulin.base.internal.DatabaseSignals")
            .and()
            .doNotHaveFullyQualifiedName("org.mulin.base.internal.ProblemAdvice")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..");

    @ArchTest
    static final ArchRule CONTROLLERS_OPEN_NO_TRANSACTION =
            noClasses().that().areAnnotatedWith(RestController.class).should().beAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule NOR_DO_THEIR_METHODS = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(RestController.class)
            .should()
            .beAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule THE_PURE_PART_KNOWS_NO_FRAMEWORK = noClasses()
            .that()
            .haveSimpleNameEndingWith("Workflow")
            .or()
            .haveSimpleName("Ticket")
            .or()
            .haveSimpleName("WorkingCalendar")
            .and(WRITTEN_BY_HAND)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.jooq..", "java.sql..");

    @ArchTest
    static final ArchRule WHAT_IS_INSIDE_STAYS_INSIDE = classes()
            .that(WRITTEN_BY_HAND)
            .and()
            .resideInAPackage("..internal")
            .and()
            .resideOutsideOfPackage("org.mulin.launch..")
            .and()
            .areTopLevelClasses()
            .and(DescribedPredicate.describe(
                    "not shared with a sub-domain of the same module",
                    type -> type.getDirectDependenciesToSelf().stream()
                            .noneMatch(use ->
                                    use.getOriginClass().getPackageName().startsWith(type.getPackageName() + "."))))
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule ONE_JSON = noClasses()
            .that(WRITTEN_BY_HAND)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson.databind..")
            .because("Jackson 3 is the house's; version 2 comes along with springdoc only");

    @ArchTest
    static final ArchRule PARTS_COME_THROUGH_THE_CONSTRUCTOR =
            noFields().should().beAnnotatedWith(Autowired.class);
}
