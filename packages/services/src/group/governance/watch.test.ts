import { describe, expect, it } from "vitest";
import { addMember, addOrganization, createTestKernel } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { recordVerbs } from "../../record/record-verbs.ts";
import { listAlikeItems } from "./list-alike-items.ts";
import { listPolicyNews } from "./list-policy-news.ts";
import { loadWatchYear } from "./load-watch-year.ts";

const start = new Date("2026-11-02T02:00:00Z");
const kernel = await createTestKernel(start);
const { app } = kernel;
const officer = await addMember(kernel, await addOrganization(kernel, { kind: "coordination_group" }), {
  duties: ["officer"],
});
const member = await addMember(kernel, await addOrganization(kernel));
const verbs = recordVerbs.watchItem;
if (!verbs) throw new Error("there is no watch");

const file = (zh: string, en: string | null, given: object = {}) =>
  call(app, officer.principal, verbs.save, {
    values: {
      title: { zh, en },
      ...{ kind: "trade", country: "ZW", issuer: null, happenedOn: "2026-10-30", foundOn: "2026-11-02" },
      ...{ links: ["resource"], summary: null, severity: null, dueOn: null, finding: null },
      ...{ decision: null, because: null, mergedInto: null, ...given },
    },
    sources: [{ title: `Paper of ${zh}` }],
  } as never);
const step = (saved: { publicId: string; revision: number }, name: string, given: object = {}) =>
  call(app, officer.principal, verbs.step, { ...saved, step: name, ...given } as never);
const alike = (id: string) => call(app, officer.principal, listAlikeItems, { id });

describe("the watch on the world", () => {
  it("[WA3] [WA4] several papers become one item, and its text names nodes of the chain", async () => {
    const first = await file("津巴布韦宣布2027年起禁止出口锂精矿，要求本地生产碳酸锂", null);
    const second = await file("津巴布韦禁令", "Zimbabwe to ban lithium concentrate exports from 2027");
    await file("智利通过国家锂业公司法案", "Chile backs a national lithium company", { country: "CL" });
    const found = await alike(second.publicId);
    expect(found.alike).toMatchObject([
      { publicId: first.publicId, shared: expect.arrayContaining(["2027"]) },
    ]);
    const { concepts, linksMissing } = await alike(first.publicId);
    expect(concepts.map(({ concept }) => concept)).toContain("li2co3-batt");
    expect(linksMissing).toEqual(["smelting"]);
    await step(second, "merge", {
      reason: "One event.",
      values: { mergedInto: { publicId: first.publicId, zh: null, en: null } },
    });
    const after = await alike(first.publicId);
    expect(after.alike).toEqual([]);
    expect(after.merged).toMatchObject([
      { publicId: second.publicId, sources: [{ title: "Paper of 津巴布韦禁令" }] },
    ]);
    expect((await alike(second.publicId)).alike).toEqual([]);
  });

  it("[WA5] the report of a year counts what came in time, and lists each decision with its reason", async () => {
    const year = () => call(app, member.principal, loadWatchYear, { year: 2026 });
    const before = await year();
    const item = await file("欧盟电池法规推迟", "EU battery rules delayed", {
      country: "EU",
      kind: "policy",
    });
    kernel.setNow(new Date("2026-11-04T02:00:00Z"));
    const graded = await step(item, "triage", { values: { severity: "3", dueOn: "2026-11-16" } });
    const late = await file("晚分级", "Graded late", { country: "EU", kind: "policy" });
    kernel.setNow(new Date("2026-11-12T02:00:00Z"));
    await step(late, "triage", { values: { severity: "1", dueOn: "2026-11-11" } });
    const discussed = await step(graded, "discuss", { values: { finding: "It concerns exports." } });
    await step(discussed, "close", { values: { decision: "no_action", because: "No firm is concerned." } });
    const after = await year();
    expect(after.filed - before.filed).toBe(2);
    expect([after.triaged, after.triagedInTime]).toEqual([2, 1]);
    expect(after).toMatchObject({ closed: 1, closedInTime: 1, medianDays: 10, overdue: 1, merged: 1 });
    expect(after.decisions).toMatchObject([
      { decision: "no_action", because: "No firm is concerned.", closedOn: "2026-11-12" },
    ]);
    expect(await call(app, member.principal, loadWatchYear, { year: 2025 })).toMatchObject({ filed: 0 });
    await expect(call(app, { kind: "anonymous" }, loadWatchYear, {})).rejects.toMatchObject({
      code: "NOT_SIGNED_IN",
    });
  });

  it("[PY8] news of policies is for everybody", async () => {
    expect(await call(app, { kind: "anonymous" }, listPolicyNews, { link: "resource" })).toEqual({
      items: [],
    });
  });
});
