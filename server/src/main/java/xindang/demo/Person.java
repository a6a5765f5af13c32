package xindang.demo;

import org.jspecify.annotations.Nullable;

/** The people of the demonstration (演示用户), one per role; all names are made up. */
enum Person {
    ADMIN("admin", "管理员", "administrator", null),
    LI_NA("lina", "李娜", "credit-specialist", null),
    DIRECTOR_CHEN("chen", "陈总监", "credit-manager", null),
    WANG_LEI("wanglei", "王磊", "sales", "销售一部"),
    ZHOU_MIN("zhoumin", "周敏", "finance", null),
    ZHAO_QIANG("zhaoqiang", "赵强", "collector", null),
    HE_JING("hejing", "何静", "archivist", null),
    EXECUTIVE("boss", "总经理", "executive", null),
    AUDITOR("auditor", "内审", "auditor", null);

    private final String login;
    private final String shown;
    private final String role;
    private final @Nullable String department;

    Person(String login, String shown, String role, @Nullable String department) {
        this.login = login;
        this.shown = shown;
        this.role = role;
        this.department = department;
    }

    /** Name for signing in. */
    String login() {
        return login;
    }

    /** Name on the screens. */
    String shown() {
        return shown;
    }

    /** Role. */
    String role() {
        return role;
    }

    /** Department; null = the company. */
    @Nullable
    String department() {
        return department;
    }
}
