/** View models of reporting: the report of the study before the reader, its draft, its signatures. */
package org.farfield.workstation.reading.report;
