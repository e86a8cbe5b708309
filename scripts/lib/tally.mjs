import { existsSync, readFileSync } from "node:fs";

/** Sums what the runners wrote down; a report that is missing is a failure of its own. */
export function createTally() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const names = [];
  const flaky = [];
  const add = (passed, failed, skipped, failures = []) => {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    names.push(...failures);
  };
  return {
    check: (name, ok) => {
      add(ok ? 1 : 0, ok ? 0 : 1, 0, ok ? [] : [name]);
      process.stderr.write(`${ok ? "✓" : "✗"} ${name}\n`);
    },
    /** What cannot run here, and why. */
    skip: (reason) => {
      add(0, 0, 1);
      process.stderr.write(`- skipped: ${reason}\n`);
    },
    vitest: (file) => read(file, add, addVitest),
    playwright: (file) => {
      read(file, add, addPlaywright);
      if (existsSync(file))
        flaky.push(
          ...JSON.parse(readFileSync(file, "utf8")).suites.flatMap((suite) => listSpecs(suite, isFlaky)),
        );
    },
    /** Names what failed and what passed at the second try alone, then the last line of all, and the exit code. */
    close: () => {
      const { passed, failed, skipped } = total;
      process.stdout.write(
        `${flaky.map((name) => `≈ only at the second try, mend it: ${name}\n`).join("")}${names.map((name) => `✗ ${name}\n`).join("")}${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`,
      );
      return failed === 0 && passed > 0 ? 0 : 1;
    },
  };
}

function read(file, add, sum) {
  if (!existsSync(file)) return add(0, 1, 0, [`no report: ${file}`]);
  sum(JSON.parse(readFileSync(file, "utf8")), add);
}

// A file that does not load has no failed test, so it is counted as one.
function addVitest(report, add) {
  const failures = report.testResults
    .filter(({ status }) => status === "failed")
    .flatMap(({ name, message, assertionResults }) => {
      const tests = assertionResults.filter((test) => test.status === "failed");
      if (tests.length === 0) return [`${name}: ${message}`];
      return tests.map(
        (test) => `${name} > ${test.fullName}: ${test.failureMessages.join(" ").slice(0, 600)}`,
      );
    });
  add(report.numPassedTests, failures.length, report.numPendingTests + report.numTodoTests, failures);
}

function addPlaywright({ stats, errors, suites }, add) {
  const failures = [
    ...suites.flatMap((suite) => listSpecs(suite, ({ ok }) => !ok)),
    ...errors.map(({ message }) => message),
  ];
  add(stats.expected + stats.flaky, stats.unexpected + errors.length, stats.skipped, failures);
}

function isFlaky({ tests }) {
  return tests.some(({ status }) => status === "flaky");
}

/** The chosen tests of a suite and of those within it, each by file, line and title. */
function listSpecs({ file, specs = [], suites = [] }, isChosen) {
  const own = specs.filter(isChosen).map(({ title, line }) => `${file}:${line} > ${title}`);
  return [...own, ...suites.flatMap((suite) => listSpecs(suite, isChosen))];
}
