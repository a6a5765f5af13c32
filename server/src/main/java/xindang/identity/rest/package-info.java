/** Addresses of identity (身份接口); no logic. */
@NullMarked
package xindang.identity.rest;

import org.jspecify.annotations.NullMarked;
