/** The connectivity test: the same calls as a sync, one check at a time. */
@NullMarked
package io.plumbline.connector.cortexxdr.check;

import org.jspecify.annotations.NullMarked;
