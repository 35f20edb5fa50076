/** The product as a process: real servers that are started, killed and restarted, and asked over HTTP like anybody would. */
package io.plumbline.e2e;
