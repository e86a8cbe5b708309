import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BallotChoice, ballotChoices, countVote, voteMajorities } from "./vote.ts";

const ballots = fc.array(fc.constantFrom<BallotChoice | null>(...ballotChoices, null), { maxLength: 40 });
const rules = fc.record({
  quorum: fc.integer({ min: 1, max: 100 }),
  majority: fc.constantFrom(...voteMajorities),
});
const six = (choices: readonly (BallotChoice | null)[], majority: "votes" | "seats" = "votes") =>
  countVote(choices, { quorum: 67, majority });

describe("the count of a vote", () => {
  it("[VO4] needs the quorum of the seats that may vote, and more for than against", () => {
    expect(six(["for", "for", "for", "against", null, null])).toMatchObject({
      outcome: "no_quorum",
      needed: 5,
    });
    expect(six(["for", "for", "for", "against", "abstain", null]).outcome).toBe("carried");
    expect(six(["for", "for", "against", "against", "abstain", null]).outcome).toBe("rejected");
    expect(six(["for", "for", "for", "against", "abstain", null], "seats").outcome).toBe("rejected");
    expect(six([])).toMatchObject({ outcome: "no_quorum", entitled: 0, needed: 1 });
  });

  it("[VO2] a recused seat counts neither for the quorum nor for the majority", () => {
    fc.assert(
      fc.property(ballots, rules, fc.integer({ min: 0, max: 9 }), (given, rule, more) => {
        const { recused: _less, ...before } = countVote(given, rule);
        const { recused: _more, ...after } = countVote([...given, ...Array(more).fill("recused")], rule);
        expect(after).toEqual(before);
      }),
    );
  });

  it("[VO4] another vote for never turns a carried question down", () => {
    fc.assert(
      fc.property(ballots, rules, (given, rule) => {
        fc.pre(countVote(given, rule).outcome === "carried");
        const at = given.findIndex((one) => one === null || one === "against" || one === "abstain");
        fc.pre(at !== -1);
        expect(countVote(given.with(at, "for"), rule).outcome).toBe("carried");
      }),
    );
  });
});
