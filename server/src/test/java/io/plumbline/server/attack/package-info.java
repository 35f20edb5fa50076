/** Attacks, each by its name: what somebody tries who means harm, and the answer that it gets. */
package io.plumbline.server.attack;
