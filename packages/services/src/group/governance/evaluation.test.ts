import { describe, expect, it } from "vitest";
import { addMember, addOrganization, addRecord, createTestKernel } from "../../../testing/index.ts";
import { seedSeries } from "../../figures/goal/seed-series.ts";
import { call } from "../../kernel/call.ts";
import { recordVerbs } from "../../record/record-verbs.ts";
import { loadEvaluation } from "./load-evaluation.ts";

const kernel = await createTestKernel(new Date("2026-11-24T02:00:00Z"));
const { app } = kernel;
const secretariat = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, secretariat, { duties: ["officer"] });
const second = await addMember(kernel, secretariat, { duties: ["officer"] });
const firm = await addMember(kernel, await addOrganization(kernel, { links: ["materials"] }));
const visitor = { kind: "anonymous" } as const;
const hands = [officer, second] as const;
await seedSeries(kernel.worker);
const verbs = recordVerbs.policyComment;
if (!verbs) throw new Error("there is no register of comments");

let made = 0;
const addPolicy = async (given: object = {}) => {
  made += 1;
  return addRecord(kernel, hands, "publicPolicy", {
    title: { zh: `办法${made}`, en: `Measure ${made}` },
    issuer: "A ministry",
    country: "CN",
    links: ["resource"],
    ...given,
  });
};
const addEvent = (policy: string, type: string, happenedOn: string) => {
  made += 1;
  return addRecord(kernel, hands, "policyEvent", {
    title: { zh: `事件${made}`, en: `Event ${made}` },
    policy: { publicId: policy, zh: null, en: null },
    type,
    happenedOn,
  });
};
const load = (id: string, principal: Parameters<typeof call>[1] = visitor) =>
  call(app, principal, loadEvaluation, { id });

describe("the evaluation of a policy", () => {
  it("[PY7] stands from the first day, compares figures of two regions, and is overdue by itself", async () => {
    const { publicId } = await addPolicy({
      series: "usgs-lithium-production",
      comparedRegion: "AU",
      windowFrom: "2023-01-01",
      windowTo: "2023-12-31",
      evaluateOn: "2026-06-30",
    });
    expect(await load(publicId)).toMatchObject({
      isOverdue: true,
      verdict: null,
      measured: {
        series: { unit: "t Li" },
        own: { region: "CN", comparison: { meanBefore: 22600, meanWithin: 33000, difference: 10400 } },
        other: { region: "AU", comparison: { difference: 11300 } },
        differenceOfDifferences: -900,
      },
    });
    const unknown = await addPolicy({ series: "no-such", windowFrom: "2023-01-01" });
    expect(await load(unknown.publicId)).toMatchObject({ measured: null, isSeriesUnknown: true });
    expect(await load("nowhere00")).toBeNull();
  });

  it("[PY7] says what else happened to the same links in the window, and nothing of other links or days", async () => {
    const window = { windowFrom: "2023-01-01", windowTo: "2023-12-31" };
    const { publicId } = await addPolicy({ ...window, links: ["recycling"] });
    const other = await addPolicy({ links: ["recycling", "smelting"] });
    const far = await addPolicy({ links: ["smelting"] });
    await addEvent(publicId, "in_force", "2023-03-01");
    await addEvent(other.publicId, "issued", "2023-12-31");
    await addEvent(other.publicId, "in_force", "2024-01-01");
    await addEvent(far.publicId, "issued", "2023-05-01");
    expect((await load(publicId))?.meanwhile).toMatchObject([
      { kind: "policy", publicId: other.publicId, on: "2023-12-31", type: "issued" },
    ]);
  });

  it("[PY6] publishes a comment with its answer, and nothing before it is answered", async () => {
    const { publicId: policy } = await addPolicy();
    const values = (subject: string, kind: string) => ({
      ...{ subject, kind, policy: { publicId: policy, zh: null, en: null } },
      ...{ position: "change", clause: "3", comment: "Two years are too short.", observedOn: null },
    });
    const file = async (subject: string, kind: string) => {
      const saved = await call(app, firm.principal, verbs.save, {
        values: values(subject, kind),
        sources: [],
      } as never);
      return call(app, firm.principal, verbs.step, {
        publicId: saved.publicId,
        revision: saved.revision,
        step: "submit",
      } as never);
    };
    const { publicId, revision } = await file("On the term", "consultation");
    expect((await load(policy))?.comments).toEqual([]);
    const reason = "The term is three years now.";
    const step = { publicId, revision, step: "adopt", reason };
    await expect(call(app, firm.principal, verbs.step, step as never)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await call(app, officer.principal, verbs.step, step as never);
    await file("On the cost", "side_effect");
    expect((await load(policy))?.comments).toMatchObject([
      { subject: "On the term", outcome: "adopted", answer: reason },
    ]);
  });

  it("[PY3] an event without a policy is not handed in", async () => {
    const given = { title: { zh: "无主", en: "Of nothing" }, type: "issued", happenedOn: "2023-01-01" };
    await expect(addRecord(kernel, hands, "policyEvent", given)).rejects.toMatchObject({
      code: "INVALID_INPUT",
      faults: [{ field: "values.policy", rule: "required" }],
    });
  });
});
