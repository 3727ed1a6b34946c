/** What a reader measures and marks, in patient space: shapes, and the numbers that follow from them. */
package org.farfield.workstation.reading.measure;
