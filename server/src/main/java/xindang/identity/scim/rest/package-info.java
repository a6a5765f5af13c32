/** What company directories talk to (企业目录接口): SCIM 2.0, RFC 7643 and RFC 7644. */
@NullMarked
package xindang.identity.scim.rest;

import org.jspecify.annotations.NullMarked;
