package xindang.secrecy;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A text of the confidentiality agreement (保密协议).
 *
 * @param id text
 * @param number version, from 1; the highest is in force
 * @param textZh in Chinese
 * @param textEn in English
 * @param publishedAt when it was published
 * @param publisher who published it
 */
public record Agreement(
        UUID id, int number, String textZh, String textEn, OffsetDateTime publishedAt, String publisher) {}
