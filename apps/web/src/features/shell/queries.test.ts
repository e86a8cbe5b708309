import { listRegisters } from "@lilink/model/register";
import { expect, it } from "vitest";
import type { Viewer, ViewerOrganization } from "#lib/session.ts";
import { withRegisters } from "./queries.ts";
import { folded, toNavGroups } from "./view.ts";

const viewerOf = (change: Partial<ViewerOrganization>) => {
  const own = { publicId: "org00001", name: "A", kind: "enterprise", status: "verified", role: "editor" };
  const organization = { ...own, verified: true, duties: [], ...change };
  return { personId: "p", organization, organizations: [organization] } as unknown as Viewer;
};
const office = viewerOf({ kind: "coordination_group", duties: ["officer"] });
const pathsOf = (viewer: Viewer | null) =>
  withRegisters(toNavGroups(viewer), viewer, "en").flatMap(({ entries = [] }) =>
    entries.map(({ href }) => href),
  );

it("puts each register under one subject, an event of a policy under none", () => {
  const shown = pathsOf(viewerOf({}));
  expect(new Set(shown).size).toBe(shown.length);
  const all = listRegisters().map(({ rest }) => `/${rest.path}`);
  expect(all.filter((path) => !shown.includes(path))).toEqual(["/policy-events"]);
});

it("shows the office no register that each firm keeps for itself", () => {
  expect(pathsOf(viewerOf({}))).toContain("/filing-plans");
  expect(pathsOf(office)).not.toContain("/filing-plans");
  expect(pathsOf(office)).not.toContain("/skill-demands");
});

it("gives registers to subjects alone", () => {
  for (const { id, entries = [] } of withRegisters(toNavGroups(office), office, "en"))
    expect([id, entries.length > 0]).toEqual([id, folded.has(id)]);
});
