import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseStatement, factBases, judgeFact, type Statement } from "./facts.ts";
import { organizationKinds } from "./index.ts";
import { findMergeBar, type MergeSide } from "./merge.ts";

const statement = fc.record({
  value: fc.constantFrom("A", "B", null),
  basis: fc.constantFrom(...factBases),
  on: fc.constantFrom("2025-01-31", "2025-06-30", "2026-02-28"),
});

describe("facts", () => {
  it("[BD5] the body's own word goes before a register, a register before the paper, the paper before what came last", () => {
    const on = "2026-01-01";
    const all: Statement[] = [
      { value: "newest", basis: "newest", on: "2026-06-01" },
      { value: "paper", basis: "paper", on },
      { value: "register", basis: "register", on: "2020-01-01" },
      { value: "claim", basis: "claim", on: "2019-01-01" },
    ];
    expect(all.map((_, at) => chooseStatement(all.slice(0, at + 1))?.value)).toEqual([
      "newest",
      "paper",
      "register",
      "claim",
    ]);
    expect(chooseStatement([])).toBeNull();
  });

  it("[BD5] the statement that holds is the one that a sort by basis, day and order puts first", () => {
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1 }), (given) => {
        const naive = given
          .map((one, at) => ({ one, at }))
          .sort(
            (a, b) =>
              factBases.indexOf(a.one.basis) - factBases.indexOf(b.one.basis) ||
              (a.one.on < b.one.on ? 1 : a.one.on > b.one.on ? -1 : 0) ||
              b.at - a.at,
          )[0];
        expect(chooseStatement(given)).toBe(naive?.one);
      }),
    );
  });

  it("[BD6] agreement raises the confidence, another word of another source makes the fact disputed and due sooner", () => {
    const own: Statement = { value: "A", basis: "claim", on: "2026-01-31" };
    const check: Statement = { value: "A", basis: "register", on: "2026-02-28" };
    expect(judgeFact([own, check], "2026-03-01")).toEqual({
      marks: ["ownWord", "inRegister", "agreed", "fresh"],
      disputed: false,
      nextCheckOn: "2028-02-28",
    });
    const disputed = judgeFact([own, { ...check, value: "B" }], "2026-03-01");
    expect(disputed).toEqual({ marks: ["ownWord", "fresh"], disputed: true, nextCheckOn: "2026-04-30" });
    expect(judgeFact([{ value: "A", basis: "newest", on: "2025-11-30" }], "2026-03-01").marks).toEqual([]);
  });

  it("[BD6] what is said once more never lowers the confidence, and a fact has at most four marks", () => {
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1 }), (given) => {
        const held = chooseStatement(given);
        if (!held) return;
        const [before, after] = [given, [...given, held]].map((all) => judgeFact(all, "2026-03-01"));
        expect(after).toEqual(before);
        expect(before?.marks.length).toBeLessThanOrEqual(4);
      }),
    );
  });
});

describe("merging", () => {
  const idle: MergeSide = { kind: "enterprise", members: 0, postings: 0, openClaims: 0, merged: false };
  it("[BD3] a record that acts stays, and of two that act neither is merged", () => {
    const member = { ...idle, members: 1 };
    const trades = { ...idle, postings: 1 };
    expect(findMergeBar(idle, member)).toBeNull();
    expect(findMergeBar(member, idle)).toBe("actsItself");
    expect(findMergeBar(trades, member)).toBe("bothAct");
    expect(findMergeBar({ ...idle, openClaims: 1 }, member)).toBe("claimOpen");
    expect(findMergeBar({ ...idle, merged: true }, idle)).toBe("mergedAlready");
    expect(findMergeBar(idle, { ...idle, kind: "operator" })).toBe("platformBody");
  });

  it("[BD3] nothing that acts is ever merged away", () => {
    const side = fc.record({
      kind: fc.constantFrom(...organizationKinds),
      members: fc.nat(2),
      postings: fc.nat(2),
      openClaims: fc.nat(1),
      merged: fc.boolean(),
    });
    fc.assert(
      fc.property(side, side, (from, into) => {
        if (findMergeBar(from, into) !== null) return;
        expect(from.members + from.postings + from.openClaims).toBe(0);
        expect(from.merged || into.merged).toBe(false);
      }),
    );
  });
});
