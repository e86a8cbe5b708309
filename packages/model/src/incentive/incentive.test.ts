import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkIds } from "../chain/index.ts";
import { organizationKinds, organizationSizes } from "../organization/index.ts";
import { type IncentiveFacts, type IncentiveTerms, judgeClaim } from "./index.ts";

const open: IncentiveTerms = {
  ...{
    id: "open",
    from: "2026-01-01",
    kinds: [],
    sizes: [],
    links: [],
    provinces: [],
    most: null,
    claims: null,
  },
};
const firm: IncentiveFacts = {
  ...{
    kind: "enterprise",
    size: "small",
    links: ["materials"],
    province: "36",
    amount: "50000",
    earlier: 0,
    tookBack: false,
  },
};
const terms = fc.record({
  id: fc.constantFrom("a", "b"),
  from: fc.constant("2026-01-01"),
  kinds: fc.subarray([...organizationKinds]),
  sizes: fc.subarray([...organizationSizes]),
  links: fc.subarray([...linkIds]),
  provinces: fc.subarray(["36", "44"]),
  most: fc.constantFrom(null, "40000", "50000", "60000"),
  claims: fc.constantFrom(null, 1, 2),
});
const facts = fc.record({
  kind: fc.constantFrom(...organizationKinds),
  size: fc.constantFrom(null, ...organizationSizes),
  links: fc.subarray([...linkIds]),
  province: fc.constantFrom(null, "36", "44"),
  amount: fc.constantFrom("40000", "50000", "50000.01"),
  earlier: fc.nat(2),
  tookBack: fc.boolean(),
});

describe("terms of an incentive programme", () => {
  it("[IC2] a claim is judged by the terms of its day, not by those of today", () => {
    const later: IncentiveTerms = {
      ...open,
      id: "small",
      from: "2026-07-01",
      sizes: ["micro"],
      most: "30000",
    };
    const all = [open, later];
    expect(judgeClaim(all, null, firm, "2026-06-30")).toEqual({
      terms: "open",
      eligible: true,
      broken: [],
      unknown: [],
    });
    expect(judgeClaim(all, null, firm, "2026-07-01")).toEqual({
      terms: "small",
      eligible: false,
      broken: ["size", "amount"],
      unknown: [],
    });
    expect(judgeClaim(all, null, firm, "2025-12-31").terms).toBeNull();
    expect(judgeClaim(all, "2026-09-01", firm, "2026-09-01").terms).toBeNull();
  });

  it("[IC2] the most is allowed, one more is not; what nobody knows is not broken and does not make eligible", () => {
    const capped = { ...open, most: "50000", claims: 1, sizes: ["small" as const] };
    expect(judgeClaim([capped], null, firm, "2026-06-30").eligible).toBe(true);
    expect(
      judgeClaim([capped], null, { ...firm, amount: "50000.01", earlier: 1 }, "2026-06-30").broken,
    ).toEqual(["amount", "number"]);
    expect(judgeClaim([capped], null, { ...firm, size: null }, "2026-06-30")).toMatchObject({
      eligible: false,
      broken: [],
      unknown: ["size"],
    });
    expect(judgeClaim([open], null, { ...firm, tookBack: true }, "2026-06-30").broken).toEqual(["standing"]);
  });

  it("[IC2] breaks what a plain reading of the terms breaks", () => {
    fc.assert(
      fc.property(terms, facts, (given, asked) => {
        const out = [
          given.kinds.length > 0 && !given.kinds.includes(asked.kind) && "kind",
          given.sizes.length > 0 && asked.size !== null && !given.sizes.includes(asked.size) && "size",
          given.links.length > 0 && !given.links.some((link) => asked.links.includes(link)) && "link",
          given.provinces.length > 0 &&
            asked.province !== null &&
            !given.provinces.includes(asked.province) &&
            "province",
          given.most !== null && Number(asked.amount) > Number(given.most) && "amount",
          given.claims !== null && asked.earlier >= given.claims && "number",
          asked.tookBack && "standing",
        ].filter(Boolean);
        const judged = judgeClaim([given], null, asked, "2026-06-30");
        expect(judged.broken).toEqual(out);
        if (judged.eligible) expect(judged.unknown).toEqual([]);
      }),
    );
  });
});
