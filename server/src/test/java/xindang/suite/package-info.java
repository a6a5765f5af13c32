/** One server and one database for all tests of this module. Start reading at {@link xindang.suite.Suite}. */
@NullMarked
package xindang.suite;

import org.jspecify.annotations.NullMarked;
