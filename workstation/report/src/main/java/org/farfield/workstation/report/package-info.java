/** What a specialist reports of a study: its sections, signatures and key images, and the forms it is given out in. */
package org.farfield.workstation.report;
