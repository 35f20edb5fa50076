/** As much of the vendor's query language as readers of vulnerability data use; no query engine beyond. */
@NullMarked
package io.plumbline.simulator.xql;

import org.jspecify.annotations.NullMarked;
