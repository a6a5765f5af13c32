/** Addresses of the library (模板库接口). */
@NullMarked
package xindang.library.rest;

import org.jspecify.annotations.NullMarked;
