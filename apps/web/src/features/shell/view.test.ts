import { describe, expect, it } from "vitest";
import { currentOf } from "#lib/current-of.ts";
import type { Viewer, ViewerOrganization } from "#lib/session.ts";
import { canPost, isInvitedToPost, keepsBatteries, toNavGroups, toQuickItems } from "./view.ts";

const organization: ViewerOrganization = {
  publicId: "org00001",
  name: "Cathode",
  kind: "enterprise",
  status: "verified",
  role: "editor",
  verified: true,
  duties: [],
};
const viewerOf = (change: Partial<ViewerOrganization> | null): Viewer => {
  const acting = change ? { ...organization, ...change } : null;
  return {
    personId: "p",
    name: "Li",
    email: "li@cathode.example",
    locale: "zh-CN",
    organization: acting,
    organizations: acting ? [acting] : [],
    unreadNotices: 0,
    singleKeys: true,
    limited: null,
  };
};
const itemsOf = (viewer: Viewer | null) => toNavGroups(viewer).flatMap((group) => group.items);

describe("navigation", () => {
  it("shows a visitor what is public", () => {
    expect(itemsOf(null)).toEqual([
      "home",
      "postings",
      "chain",
      "organizations",
      "goals",
      "releases",
      "conditions",
      "fund",
      "talent",
      "supply",
      "batteries",
      "group",
    ]);
    expect(canPost(null)).toBe(false);
  });

  it("shows a member the desk and introductions, no queue and no board", () => {
    const items = itemsOf(viewerOf({}));
    expect(items).toEqual(expect.arrayContaining(["own", "introductions"]));
    expect(items).not.toContain("review");
    expect(items).not.toContain("board");
  });

  it("shows review and board to officers of the group, the board to a verified regulator", () => {
    expect(itemsOf(viewerOf({ kind: "coordination_group", duties: ["officer"] }))).toEqual(
      expect.arrayContaining(["review", "board"]),
    );
    expect(itemsOf(viewerOf({ kind: "regulator" }))).toContain("board");
    expect(itemsOf(viewerOf({ kind: "regulator", verified: false }))).not.toContain("board");
    expect(itemsOf(viewerOf({ kind: "enterprise", duties: ["delegate"] }))).not.toContain("board");
  });

  it("[PL1] offers nothing that the server would refuse: readers with a duty, holders of two offices, the unverified", () => {
    const reader = viewerOf({ kind: "coordination_group", duties: ["officer"], role: "viewer" });
    for (const item of ["review", "board"]) expect(itemsOf(reader)).not.toContain(item);
    const both = viewerOf({ kind: "operator", role: "admin", duties: ["system_admin", "audit_admin"] });
    for (const item of ["operations", "audit"]) expect(itemsOf(both)).not.toContain(item);
    const unverified = itemsOf(viewerOf({ verified: false }));
    for (const item of ["introductions", "returns"]) expect(unverified).not.toContain(item);
    expect(itemsOf(viewerOf({ duties: ["delegate"] }))).not.toContain("returns");
    expect(itemsOf(viewerOf({ role: "viewer" }))).not.toContain("returns");
  });

  it("offers a new posting to those who may write", () => {
    expect(canPost(viewerOf({ role: "editor" }))).toBe(true);
    expect(isInvitedToPost(viewerOf({ role: "editor" }))).toBe(true);
    for (const kind of ["university_or_institute", "association"] as const)
      expect(isInvitedToPost(viewerOf({ kind }))).toBe(true);
    for (const kind of ["regulator", "coordination_group", "operator"] as const)
      expect(isInvitedToPost(viewerOf({ kind, role: "admin", duties: ["officer"] }))).toBe(false);
    expect(canPost(viewerOf({ role: "viewer" }))).toBe(false);
    expect(canPost(viewerOf(null))).toBe(false);
  });

  it("offers no posting and no introductions to the operator's administrators, who run the exchange; to authorities it does", () => {
    const operator = viewerOf({ kind: "operator", role: "admin", duties: ["system_admin"] });
    expect(canPost(operator)).toBe(false);
    expect(canPost(viewerOf({ kind: "regulator", role: "admin" }))).toBe(true);
    for (const item of ["own", "introductions"]) {
      expect(itemsOf(operator)).not.toContain(item);
      expect(toQuickItems(operator)).not.toContain(item);
    }
  });

  it("offers forms for batteries to firms and institutes that write, not to officers, regulators or the operator", () => {
    for (const kind of ["enterprise", "university_or_institute"] as const)
      expect(keepsBatteries(viewerOf({ kind, role: "editor" }))).toBe(true);
    expect(keepsBatteries(viewerOf({ role: "viewer" }))).toBe(false);
    expect(keepsBatteries(viewerOf({ role: "editor", verified: false }))).toBe(false);
    for (const kind of ["regulator", "coordination_group", "operator"] as const)
      expect(keepsBatteries(viewerOf({ kind, role: "admin", duties: ["officer"] }))).toBe(false);
  });

  it("gives a thumb four items at most", () => {
    for (const viewer of [
      null,
      viewerOf({}),
      viewerOf({ kind: "coordination_group", duties: ["secretary"] }),
    ]) {
      expect(toQuickItems(viewer)).toHaveLength(4);
    }
  });

  it("marks the item above the page, the nearest one", () => {
    const items = ["/", "/postings", "/postings/own", "/operations", "/operations/accounts"];
    const current = (path: string) => currentOf(items, path);
    expect(current("/postings/abc")).toBe("/postings");
    expect(current("/postings-else")).toBeNull();
    expect(current("/postings/own")).toBe("/postings/own");
    expect(current("/operations/accounts")).toBe("/operations/accounts");
    expect(current("/desk")).toBeNull();
    expect(current("/")).toBe("/");
  });
});
