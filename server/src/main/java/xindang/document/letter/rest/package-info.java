/** Letters over HTTP (函件接口). */
@NullMarked
package xindang.document.letter.rest;

import org.jspecify.annotations.NullMarked;
