package xindang.library;

import java.util.UUID;

/**
 * What was made of a template (安装结果).
 *
 * @param kind what it is
 * @param id id of what was made
 * @param code its short name at its node
 * @param name how people call it
 * @param page where the screens show it
 */
public record LibraryInstallation(String kind, UUID id, String code, String name, String page) {}
