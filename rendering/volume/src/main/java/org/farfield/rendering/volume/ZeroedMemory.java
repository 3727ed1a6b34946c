package org.farfield.rendering.volume;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Large pieces of memory that read as zeros from the C library, which has the system give a page when it is first
 * touched: a volume is there at once, and the threads that fill it share the cost. An arena writes every zero itself
 * first, on the calling thread.
 */
final class ZeroedMemory {

    private static final MethodHandle CALLOC = function(
            "calloc", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
    private static final MethodHandle FREE = function("free", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));

    /** From this size on a volume is worth a collection. */
    private static final long LARGE = 32L << 20;

    private ZeroedMemory() {}

    private static MethodHandle function(String name, FunctionDescriptor signature) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), signature);
    }

    /**
     * Memory that goes back when nobody refers to it any more. The collector does not see how much hangs on a small
     * object, so that each large piece has it look, aside, for those that are done with: no more than the last two
     * volumes that were left wait for it.
     *
     * @throws OutOfMemoryError where the system has none
     */
    static MemorySegment allocate(long bytes) {
        if (bytes >= LARGE) {
            Thread.ofPlatform().daemon().name("farfield-left-volumes").start(System::gc);
        }
        MemorySegment memory = call(bytes);
        if (memory.address() == 0) {
            // What nobody refers to any more may still be waiting for the collector.
            System.gc();
            memory = call(bytes);
        }
        if (memory.address() == 0) {
            throw new OutOfMemoryError("the system has no " + bytes + " bytes");
        }
        return memory.reinterpret(bytes, Arena.ofAuto(), ZeroedMemory::free);
    }

    private static MemorySegment call(long bytes) {
        try {
            return (MemorySegment) CALLOC.invokeExact(1L, bytes);
        } catch (Throwable e) {
            throw new IllegalStateException("calloc cannot be called", e);
        }
    }

    private static void free(MemorySegment memory) {
        try {
            FREE.invokeExact(memory);
        } catch (Throwable e) {
            throw new IllegalStateException("free cannot be called", e);
        }
    }
}
