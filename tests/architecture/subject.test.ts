import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { findSubjectFaults } from "./rule/subject.ts";
import { ROOT } from "./source/manifest.ts";

// The rule holds for what came after this commit.
const FIRST_DAY = "f5ed3687f78d6af154db4ae464b195115ccb3203";
const NEWEST = 100;

const git = (...args: readonly string[]) =>
  execFileSync("git", ["-C", ROOT, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

/** The newest subjects, or null: no git here, or a shallow clone that does not hold the first day. */
function readSubjects(): readonly string[] | null {
  try {
    git("merge-base", "--is-ancestor", FIRST_DAY, "HEAD");
    const text = git("log", "--no-merges", `--max-count=${NEWEST}`, "--format=%s", `${FIRST_DAY}..HEAD`);
    return text.split("\n").filter(Boolean);
  } catch {
    return null;
  }
}

const subjects = readSubjects();

describe("the subject of a commit", () => {
  it.skipIf(subjects === null)("is short and has the form, in the newest hundred", () => {
    expect(subjects?.flatMap(findSubjectFaults)).toEqual([]);
  });

  it.each(["feat(meeting): print agenda goals with units", "docs: what was measured", "fix(text-index): x"])(
    "may be: %s",
    (subject) => expect(findSubjectFaults(subject)).toEqual([]),
  );

  it.each([
    ["too long", `fix(web): ${"a".repeat(63)}`],
    ["without a type", "print agenda goals with units"],
    ["of an unknown type", "improve(web): agenda"],
    ["with an empty scope", "fix(): agenda"],
    ["with two scopes", "fix(web, api): agenda"],
    ["without a space", "fix(web):agenda"],
    ["without a sentence", "fix(web): "],
  ])("is refused when it is %s", (_, subject) => {
    expect(findSubjectFaults(subject)).toHaveLength(1);
  });

  it("counts characters, not bytes", () => {
    expect(findSubjectFaults(`docs: ${"锂".repeat(66)}`)).toEqual([]);
    expect(findSubjectFaults(`docs: ${"锂".repeat(67)}`)).toHaveLength(1);
  });
});
