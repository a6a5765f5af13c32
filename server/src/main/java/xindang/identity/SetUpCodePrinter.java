package xindang.identity;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Prints the set-up code (安装码) at every start of an installation that is not set up; to the terminal, never to the log. */
@Component
class SetUpCodePrinter implements ApplicationRunner {

    private final SetUp setUp;

    private final boolean demo;

    SetUpCodePrinter(SetUp setUp, @Value("${xindang.demo:false}") boolean demo) {
        this.setUp = setUp;
        this.demo = demo;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (demo) {
            // It sets itself up in a moment.
            return;
        }
        setUp.newCode().ifPresent(code -> System.out.println("Set-up code 安装码: " + code));
    }
}
