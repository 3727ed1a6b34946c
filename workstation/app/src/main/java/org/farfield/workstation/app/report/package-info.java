/** What a reader says of a study: the list of measurements, key images, the report and its signatures. */
package org.farfield.workstation.app.report;
