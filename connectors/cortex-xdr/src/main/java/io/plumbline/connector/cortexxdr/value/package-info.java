/** Single values as the vendor writes them, read leniently: what is unusable costs that value only, and is counted. */
@NullMarked
package io.plumbline.connector.cortexxdr.value;

import org.jspecify.annotations.NullMarked;
