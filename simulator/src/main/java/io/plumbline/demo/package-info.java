/** The demonstration: a simulated tenant, a server, a connector between them, and what a person does first with it. */
@NullMarked
package io.plumbline.demo;

import org.jspecify.annotations.NullMarked;
