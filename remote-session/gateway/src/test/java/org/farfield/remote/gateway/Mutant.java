package org.farfield.remote.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Optional;

/**
 * Loads the gateway anew with one method of one class replaced by a check that always lets pass: an empty Optional, a
 * given truth, zero milliseconds. The product has no switch for this; its classes are changed on their way in.
 */
final class Mutant extends ClassLoader {
    private static final String PACKAGE = "org.farfield.remote.gateway.";
    private static final ClassDesc OPTIONAL = ClassDesc.of("java.util.Optional");

    private final String mutated;
    private final String method;
    private final boolean truth;
    private boolean found;

    Mutant(String simpleName, String method, boolean truth) {
        super(Mutant.class.getClassLoader());
        this.mutated = PACKAGE + simpleName;
        this.method = method;
        this.truth = truth;
    }

    /** What {@link Exploration#firstViolation} finds in the gateway so changed. */
    String firstViolation(String error, int runs) throws ReflectiveOperationException {
        Object violation = loadClass(Exploration.class.getName())
                .getMethod("firstViolation", String.class, int.class)
                .invoke(null, error, runs);
        if (!found) {
            throw new AssertionError(mutated + " has no method " + method + ", or was not loaded");
        }
        return (String) violation;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(PACKAGE) || name.equals(Mutant.class.getName())) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            byte[] used = name.equals(mutated) ? mutate(bytes) : bytes;
            return defineClass(name, used, 0, used.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] mutate(byte[] bytes) {
        ClassFile file = ClassFile.of();
        return file.transformClass(
                file.parse(bytes),
                ClassTransform.transformingMethods(this::isMutated, MethodTransform.ofStateful(() -> (built, part) -> {
                    if (part instanceof CodeModel code) {
                        found = true;
                        built.withCode(lets -> letPass(lets, code.parent().orElseThrow()));
                    } else {
                        built.with(part);
                    }
                })));
    }

    private boolean isMutated(MethodModel candidate) {
        return candidate.methodName().equalsString(method);
    }

    private void letPass(CodeBuilder code, MethodModel of) {
        ClassDesc result = of.methodTypeSymbol().returnType();
        if (result.equals(OPTIONAL)) {
            code.invokestatic(OPTIONAL, "empty", MethodTypeDesc.of(OPTIONAL)).areturn();
        } else if (TypeKind.from(result) == TypeKind.BOOLEAN) {
            code.loadConstant(truth ? 1 : 0).ireturn();
        } else if (TypeKind.from(result) == TypeKind.LONG) {
            code.loadConstant(0L).lreturn();
        } else {
            throw new IllegalArgumentException(method + " gives " + result + ", not " + Optional.class);
        }
    }
}
