/** The Cortex XDR connector: endpoints from its REST API, vulnerabilities by XQL. */
@NullMarked
package io.plumbline.connector.cortexxdr;

import org.jspecify.annotations.NullMarked;
