/**
 * The demonstration (演示数据): a made-up group of companies, its users and eighteen months of trade, brought in by the real
 * commands under a moved clock. Start reading at {@link xindang.demo.DemoPortfolio}.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package xindang.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
