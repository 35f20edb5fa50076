/** What a person enters for a tenant, checked and normalised without touching the network. */
@NullMarked
package io.plumbline.connector.cortexxdr.setting;

import org.jspecify.annotations.NullMarked;
