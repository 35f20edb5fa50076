/** The vendor's calls: keys, permissions, limits, reply shapes and faults. */
@NullMarked
package io.plumbline.simulator.vendor;

import org.jspecify.annotations.NullMarked;
