/** Key Object Selection documents (PS3.3 A.35.4, PS3.16 TID 2010): images that somebody singled out, and for what. */
package org.farfield.workstation.report.ko;
