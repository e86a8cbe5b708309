import { expect, it } from "vitest";
import { readNewAddress } from "./view.ts";

it("the address of a new posting chooses a kind and a concept, and garbage chooses nothing", () => {
  expect(readNewAddress({ kind: "capability", concept: "ncm811" })).toEqual({
    kind: "capability",
    concept: "ncm811",
  });
  expect(readNewAddress({ concept: "ncm811", other: "x" })).toEqual({ concept: "ncm811" });
  for (const query of [
    {},
    { kind: "sale", concept: "gold" },
    { kind: ["need"], concept: ["ncm811", "lfp"] },
    { concept: "constructor" },
  ]) {
    expect(readNewAddress(query)).toEqual({});
  }
});
