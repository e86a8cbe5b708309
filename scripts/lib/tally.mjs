import { existsSync, readFileSync } from "node:fs";

/** Sums what the runners wrote down; a report that is missing is a failure of its own. */
export function createTally() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const add = (passed, failed, skipped) => {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  };
  return {
    check: (name, ok) => {
      add(ok ? 1 : 0, ok ? 0 : 1, 0);
      process.stderr.write(`${ok ? "✓" : "✗"} ${name}\n`);
    },
    /** What cannot run here, and why. */
    skip: (reason) => {
      add(0, 0, 1);
      process.stderr.write(`- skipped: ${reason}\n`);
    },
    vitest: (file) => read(file, add, addVitest),
    playwright: (file) => read(file, add, addPlaywright),
    /** The last line of all, and the exit code. */
    close: () => {
      const { passed, failed, skipped } = total;
      process.stdout.write(
        `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`,
      );
      return failed === 0 && passed > 0 ? 0 : 1;
    },
  };
}

function read(file, add, sum) {
  if (!existsSync(file)) return add(0, 1, 0);
  sum(JSON.parse(readFileSync(file, "utf8")), add);
}

// A file that does not load has no failed test, so it is counted as one.
function addVitest(report, add) {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  ).length;
  add(report.numPassedTests, report.numFailedTests + broken, report.numPendingTests + report.numTodoTests);
}

function addPlaywright({ stats, errors }, add) {
  add(stats.expected + stats.flaky, stats.unexpected + errors.length, stats.skipped);
}
