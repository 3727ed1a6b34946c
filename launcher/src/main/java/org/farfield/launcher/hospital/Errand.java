package org.farfield.launcher.hospital;

/** Something to be brought to another system. {@link #doWork} and {@link #last} are called by one thread. */
interface Errand {
    long NOTHING = Long.MAX_VALUE;

    /**
     * Does what can be done now.
     *
     * @return nanoseconds after which there is more to do; {@link #NOTHING} when nothing is left until something new
     *     comes
     */
    long doWork() throws InterruptedException;

    /** Tries once more, whatever the waits, and says what stays undone. */
    void last() throws InterruptedException;
}
