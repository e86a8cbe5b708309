import { describe, expect, it } from "vitest";
import { type Actor, can, type MemberActor, type PolicyAction, policyActions } from "./index.ts";

const member = (given: Partial<MemberActor> = {}): MemberActor => ({
  kind: "member",
  personId: "p",
  organizationId: "o",
  organizationKind: "enterprise",
  role: "admin",
  verified: true,
  duties: [],
  province: null,
  ...given,
});
const actors: Readonly<Record<string, Actor>> = {
  visitor: { kind: "anonymous" },
  person: { kind: "person", personId: "p" },
  unverified: member({ verified: false }),
  viewer: member({ role: "viewer" }),
  editor: member({ role: "editor" }),
  admin: member(),
  officer: member({ organizationKind: "coordination_group", role: "editor", duties: ["officer"] }),
  secretary: member({ organizationKind: "coordination_group", role: "editor", duties: ["secretary"] }),
  seat: member({ organizationKind: "coordination_group", role: "editor" }),
  pretender: member({ duties: ["officer"] }),
  delegate: member({ role: "editor", duties: ["delegate"] }),
  regulator: member({ organizationKind: "regulator" }),
  key: {
    kind: "apiKey",
    keyId: "k",
    organizationId: "o",
    organizationKind: "enterprise",
    verified: true,
    scopes: ["postings:read", "postings:write"],
  },
  blindKey: {
    kind: "apiKey",
    keyId: "k",
    organizationId: "o",
    organizationKind: "enterprise",
    verified: true,
    scopes: [],
  },
  job: { kind: "job", job: "posting.expire" },
};
const whoMay = (action: PolicyAction, resource = {}) =>
  Object.keys(actors).filter((name) => can(actors[name] ?? { kind: "anonymous" }, action, resource));

describe("who may do what", () => {
  it("[PL1] everybody reads postings; a key needs the scope for it", () => {
    expect(whoMay("posting.browse")).toEqual(Object.keys(actors).filter((name) => name !== "blindKey"));
  });

  it("[PL1] members draft for their own organization; viewers only read", () => {
    const own = { owner: true };
    expect(whoMay("posting.draft", own)).toEqual([
      "unverified",
      "editor",
      "admin",
      "officer",
      "secretary",
      "seat",
      "pretender",
      "delegate",
      "regulator",
      "key",
    ]);
    expect(whoMay("posting.readOwn", own)).toContain("viewer");
    expect(whoMay("posting.readOwn", own)).not.toContain("blindKey");
    expect(whoMay("posting.submit", own)).not.toContain("unverified");
    // The first posting goes with the claim of a body that waits; a key of it does not.
    expect(whoMay("posting.submit", { ...own, withClaim: true })).toContain("unverified");
    expect(whoMay("posting.submit", { withClaim: true })).toEqual([]);
    for (const action of ["posting.draft", "posting.readOwn", "posting.submit", "posting.close"] as const)
      expect(whoMay(action, { owner: false })).toEqual([]);
  });

  it("[PL5] only officers review, and never what they made themselves", () => {
    expect(whoMay("posting.review")).toEqual(["officer", "secretary"]);
    expect(whoMay("posting.review", { ownReview: true })).toEqual([]);
  });

  it("[DF7] officers propose a definition and the secretary adopts it; the first ones are seeded", () => {
    expect(whoMay("definition.propose")).toEqual(["officer", "secretary"]);
    expect(whoMay("goal.setFloor")).toEqual(["officer", "secretary"]);
    expect(whoMay("definition.adopt")).toEqual(["secretary"]);
    expect(whoMay("definition.seed")).toEqual(["job"]);
  });

  it("[RT7] administrators and editors file returns, the delegate does not; a key needs the scope", () => {
    const own = { owner: true };
    const filers = ["editor", "admin", "officer", "secretary", "seat", "pretender", "regulator"];
    expect(whoMay("return.file", own)).toEqual(filers);
    expect(whoMay("return.read", own)).toEqual(filers);
    const key = { ...actors.key, scopes: ["returns:write"] } as Actor;
    expect(can(key, "return.file", own)).toBe(true);
    expect(can(key, "return.read", own)).toBe(false);
    expect(whoMay("return.file", { owner: false })).toEqual([]);
  });

  it("[RT9] officers and verified regulators check returns, and never decide on their own work", () => {
    for (const action of ["return.check", "return.decide"] as const)
      expect(whoMay(action)).toEqual(["officer", "secretary", "regulator"]);
    expect(whoMay("return.decide", { ownReview: true })).toEqual([]);
    const reader = member({ organizationKind: "regulator", role: "viewer" });
    expect([can(reader, "return.check"), can(reader, "return.decide")]).toEqual([true, false]);
    expect(whoMay("return.open")).toEqual(["officer", "secretary"]);
    expect(can(member({ organizationKind: "regulator", verified: false }), "return.check")).toBe(false);
  });

  it("[MT47] officers read what the engine learned; only the secretary adopts weights", () => {
    expect(whoMay("engine.read")).toEqual(["officer", "secretary"]);
    expect(whoMay("engine.decide")).toEqual(["secretary"]);
    expect(whoMay("engine.learn")).toEqual(["job"]);
  });

  it("[RL6], [RL13] everybody reads releases, officers request them, jobs make them, administrators waive", () => {
    expect(whoMay("release.browse")).toEqual(Object.keys(actors).filter((name) => !/[kK]ey$/.test(name)));
    expect(whoMay("release.ask")).toEqual(["officer", "secretary"]);
    expect(whoMay("publicFigure.note")).toEqual(["officer", "secretary"]);
    expect(whoMay("rule.keep")).toEqual(["officer", "secretary"]);
    expect(whoMay("battery.settle")).toEqual(["officer", "secretary"]);
    expect(whoMay("release.make")).toEqual(["job"]);
    const ofAdmins = whoMay("waiver.give", { owner: true });
    expect(ofAdmins).toContain("admin");
    for (const name of ["editor", "viewer", "unverified", "key", "officer"])
      expect(ofAdmins).not.toContain(name);
    expect(whoMay("waiver.give", { owner: false })).toEqual([]);
  });

  it("[ID8] each office of the operator has its own acts; a holder of two offices has none of them", () => {
    const acts = ["system.read", "emergency.open", "account.manage", "audit.search", "audit.export"] as const;
    const office = (...duties: MemberActor["duties"]) => {
      const holder = member({ organizationKind: "operator", duties });
      return acts.filter((action) => can(holder, action));
    };
    expect(office("system_admin")).toEqual(["system.read", "emergency.open"]);
    expect(office("security_admin")).toEqual(["account.manage"]);
    expect(office("audit_admin")).toEqual(["audit.search", "audit.export"]);
    expect(office("system_admin", "audit_admin")).toEqual([]);
    expect(office()).toEqual([]);
    for (const action of acts) expect(whoMay(action)).toEqual([]);
  });

  it("[PL1] jobs do only what is theirs and nothing that people do", () => {
    const ofJobs = policyActions.filter((action) =>
      can({ kind: "job", job: "x" }, action, { owner: true, self: true }),
    );
    expect(ofJobs).toEqual(expect.arrayContaining(["posting.expire", "match.compute", "notice.deliver"]));
    for (const action of ["posting.draft", "posting.review", "member.manage", "key.manage"] as const)
      expect(ofJobs).not.toContain(action);
  });

  it("[PL1] a visitor changes nothing", () => {
    const open = policyActions.filter((action) => can({ kind: "anonymous" }, action, {}));
    for (const action of open)
      expect(action).toMatch(/browse|read|load|open|register|search|reset|verify|passport/i);
  });
});
