import { findRegister } from "@lilink/model/register";
import { describe, expect, it } from "vitest";
import { commonReading, filledColumns, isOpinion } from "./view.ts";

describe("what a list and a record say of themselves", () => {
  it("leaves out columns that are empty in all rows, never the title", () => {
    const rows = [{ values: { title: null, a: null, b: 1 } }, { values: { title: null, a: null, b: null } }];
    expect(filledColumns(["title", "a", "b"], rows)).toEqual(["title", "b"]);
    expect(filledColumns(["title", "a"], [])).toEqual(["title"]);
  });

  it("finds one basis only where all facts have it", () => {
    const seen = { reading: "seen", source: 0 } as const;
    expect(commonReading([seen, { ...seen }])).toEqual(seen);
    expect(commonReading([seen, { reading: "seen", source: 1 }])).toBeNull();
    expect(commonReading([seen, undefined])).toBeNull();
    expect(commonReading([seen])).toBeNull();
  });

  it("takes what is answered for an opinion", () => {
    const isOne = (name: string) => isOpinion(findRegister(name) as never);
    expect([isOne("policyComment"), isOne("standardProposal"), isOne("deposit")]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
