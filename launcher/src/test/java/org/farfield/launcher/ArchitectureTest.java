package org.farfield.launcher;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The walls between the modules, which the class path does not hold up by itself. */
class ArchitectureTest {
    private static final String ROOT = "org.farfield.";

    /** What each module may use of ours, besides itself. */
    private static final Map<String, List<String>> ALLOWED = Map.ofEntries(
            Map.entry("dicom", List.of()),
            Map.entry("dicom.network", List.of("dicom")),
            Map.entry("dicom.web", List.of("dicom", "dicom.network")),
            Map.entry("rendering.volume", List.of()),
            Map.entry("rendering.engine", List.of("rendering.volume")),
            Map.entry("rendering.gpu", List.of("rendering.volume", "rendering.engine")),
            Map.entry("rendering.viewport", List.of("rendering.volume", "rendering.engine")),
            Map.entry("remote.protocol", List.of()),
            Map.entry("remote.gateway", List.of("remote.protocol", "dicom", "rendering.volume")),
            Map.entry("remote.relay", List.of("remote.protocol")),
            Map.entry("remote.client", List.of("remote.protocol")),
            Map.entry("remote.twin", List.of("remote.gateway", "remote.protocol", "dicom", "rendering.volume")),
            Map.entry("workstation.study", List.of("dicom", "dicom.network", "dicom.web", "rendering.volume")),
            Map.entry("workstation.report", List.of("dicom")),
            Map.entry(
                    "workstation.reading",
                    List.of(
                            "workstation.study",
                            "workstation.report",
                            "dicom",
                            "rendering.volume",
                            "rendering.engine",
                            "remote.client",
                            "remote.protocol")),
            Map.entry(
                    "workstation.app",
                    List.of(
                            "workstation.study",
                            "workstation.report",
                            "workstation.reading",
                            "dicom",
                            "rendering.volume",
                            "rendering.engine",
                            "rendering.gpu",
                            "rendering.viewport",
                            "remote.client",
                            "remote.protocol")));

    private static JavaClasses farfield;

    @BeforeAll
    static void importClasses() {
        farfield = new ClassFileImporter()
                .withImportOption(location -> !location.contains("/test-classes/"))
                .importPackages("org.farfield");
    }

    @Test
    void everyModuleIsKnown() {
        assertTrue(farfield.stream()
                .map(type -> type.getPackageName())
                .filter(name -> !name.startsWith(ROOT + "launcher"))
                .allMatch(name -> ALLOWED.keySet().stream().anyMatch(module -> isOf(name, module))));
    }

    @Test
    void modulesUseOnlyWhatTheArchitectureAllows() {
        ALLOWED.forEach((module, allowed) -> {
            String[] open = Stream.concat(Stream.of(module), allowed.stream())
                    .map(name -> ROOT + name + "..")
                    .toArray(String[]::new);
            check(noClasses()
                    .that()
                    .resideInAPackage(ROOT + module + "..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("org.farfield..").and(resideOutsideOfPackages(open)))
                    .as(module + " depends only on " + allowed));
        });
    }

    @Test
    void volumeNeedsNothingButJavaBase() {
        check(classes()
                .that()
                .resideInAPackage("org.farfield.rendering.volume..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java.lang..", "java.util..", "java.io..", "java.nio..", "java.math..")
                                .or(resideInAnyPackage("org.farfield.rendering.volume..", "org.jspecify.."))));
    }

    @Test
    void readingFilesNeedsNoNetwork() {
        check(noClasses()
                .that(resideInAnyPackage(ROOT + "dicom..")
                        .and(resideOutsideOfPackages(ROOT + "dicom.network..", ROOT + "dicom.web..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(ROOT + "dicom.network..")));
    }

    @Test
    void everyLibraryHasOneHome() {
        home("io.netty..", "org.farfield.remote..", "org.farfield.dicom.network..");
        home("org.bouncycastle..", "org.farfield.remote.protocol..", "org.farfield.workstation.study.vault..");
        home("org.bytedeco..", "org.farfield.dicom.codec..");
        home("org.lwjgl..", "org.farfield.rendering.gpu..");
        home("org.controlsfx..", "org.farfield.workstation.app..");
        home("atlantafx..", "org.farfield.workstation.app..");
        home(
                "javafx.scene..",
                "org.farfield.workstation.app..",
                "org.farfield.rendering.viewport..",
                "org.farfield.launcher..");
        home("java.sql..", "org.farfield.workstation.study..");
        home("ij..", "org.farfield.plugins.imagej..");
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching("org.farfield.(**)").should().beFreeOfCycles());
    }

    @Test
    void namesSayWhatATypeIs() {
        check(noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Data|Info|Processor|Impl)")
                .orShould()
                .haveSimpleNameStartingWith("Abstract"));
    }

    @Test
    void noStaticStateCanChange() {
        check(noFields()
                .that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .notBeFinal());
    }

    @Test
    void onlyTheCommandLineEndsTheProcess() {
        check(noClasses()
                .that(resideOutsideOfPackages("org.farfield.launcher.."))
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class));
    }

    private static void home(String library, String... homes) {
        check(noClasses()
                .that(resideOutsideOfPackages(homes))
                .should()
                .dependOnClassesThat(resideInAnyPackage(library))
                .as(library + " is used only in " + Arrays.toString(homes)));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(farfield);
    }

    private static boolean isOf(String packageName, String module) {
        return packageName.equals(ROOT + module) || packageName.startsWith(ROOT + module + ".");
    }
}
