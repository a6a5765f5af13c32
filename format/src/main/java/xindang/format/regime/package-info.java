/**
 * The regime as parameters (制度参数): their catalogue, the sample regimes, how a regime is composed of them, and what is checked before
 * it is published. Start reading at {@link xindang.format.regime.Composition}.
 */
@NullMarked
package xindang.format.regime;

import org.jspecify.annotations.NullMarked;
