/**
 * What all endpoints share (接口公共部分): pages of lists, versions of objects, safe text, headers. Start reading at
 * {@link xindang.platform.rest.Page}.
 */
@NullMarked
package xindang.platform.rest;

import org.jspecify.annotations.NullMarked;
