/** XQL: a query is started, asked for until it is done, and its rows read inline or from a stream. */
@NullMarked
package io.plumbline.connector.cortexxdr.xql;

import org.jspecify.annotations.NullMarked;
