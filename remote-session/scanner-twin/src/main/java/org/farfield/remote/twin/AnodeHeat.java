package org.farfield.remote.twin;

/** Heat in the anode: the beam's energy goes in, and it cools off exponentially. Owned by the machinery's lock. */
final class AnodeHeat {
    private double kilojoules;

    void cool(double seconds) {
        kilojoules *= Math.exp(-seconds / ScannerFacts.ANODE_COOLING_SECONDS);
    }

    void add(double addedKilojoules) {
        kilojoules += addedKilojoules;
    }

    double percent() {
        return 100 * kilojoules / ScannerFacts.ANODE_KILOJOULES;
    }

    double percentAfter(double addedKilojoules) {
        return 100 * (kilojoules + addedKilojoules) / ScannerFacts.ANODE_KILOJOULES;
    }
}
