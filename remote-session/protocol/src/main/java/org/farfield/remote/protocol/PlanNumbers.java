package org.farfield.remote.protocol;

/** The numbers of a plan with one of them replaced. */
record PlanNumbers(ScanPlan plan, PlanField changed, double value) {
    double of(PlanField field) {
        return field == changed ? value : plan.number(field);
    }

    int whole(PlanField field) {
        double number = of(field);
        if (!(Math.abs(number) <= 1e6)) {
            throw new IllegalArgumentException(field.word() + ": " + number + " is not a number within a million");
        }
        return (int) Math.rint(number);
    }
}
