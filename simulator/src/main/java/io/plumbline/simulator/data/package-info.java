/** The tenant's endpoints and vulnerabilities: computed from a seed, with what the console changed laid over them. */
@NullMarked
package io.plumbline.simulator.data;

import org.jspecify.annotations.NullMarked;
