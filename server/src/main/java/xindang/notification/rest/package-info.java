/** Notices, preferences, bots and webhooks over HTTP. */
@NullMarked
package xindang.notification.rest;

import org.jspecify.annotations.NullMarked;
