package xindang.document.letter;

import java.util.UUID;
import xindang.platform.rest.NamedRef;

/**
 * A template in its latest version (函件模板).
 *
 * @param node node at and below which it is used
 * @param language {@code zh} or {@code en}: how days and amounts are written
 * @param retired whether no letters are made of it any more
 * @param version number of the latest version
 * @param body what it says
 */
public record LetterTemplate(
        UUID id, NamedRef node, String code, String name, String language, boolean retired, int version, String body) {}
