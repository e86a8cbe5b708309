import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  addRecord,
  createFundStage,
  type FundProject,
  sampleContent,
  type TestMember,
  type TestOrganization,
} from "../../../testing/index.ts";
import { loadCalls } from "../../fund/call/load-calls.ts";
import { addOutput } from "../../fund/project/add-output.ts";
import { claimResult, nameUser } from "../../fund/relay/claim-result.ts";
import { loadResult } from "../../fund/relay/load-relay.ts";
import { offerResult } from "../../fund/relay/offer-result.ts";
import { answerRelayStep, tellRelayStep } from "../../fund/relay/tell-step.ts";
import { call } from "../../kernel/call.ts";
import { recordVerbs } from "../../record/record-verbs.ts";
import { fileUse, listUses } from "./file-use.ts";

const { kernel, app, officer, second, addCall, startProject } = await createFundStage();
const verbs = recordVerbs.weakLink as NonNullable<typeof recordVerbs.weakLink>;
const refused = (code: string) => expect.objectContaining({ code });

const load = (publicId: string) => call(app, officer.principal, verbs.load, { publicId } as never);
async function step(who: TestMember, publicId: string, name: string, values: object = {}) {
  const { revision } = await load(publicId);
  return call(app, who.principal, verbs.step, { publicId, revision, step: name, values } as never);
}
const told = (value: string) => ({ value, low: null, high: null, unit: "1", basis: null });
const addGap = (zh: string, domestic: string) =>
  addRecord(kernel, [officer, second], "gapRecord", {
    title: { zh, en: zh },
    links: ["materials"],
    node: "sse-sulfide",
    measure: "conductivity",
    unit: "mS/cm",
    domestic: told(domestic),
    domesticYear: 2026,
    frontier: told("10"),
    frontierYear: 2026,
    better: "higher",
    comparison: "comparable",
  });
const addLink = async (zh: string) => {
  const { publicId } = await addRecord(kernel, [officer, second], "weakLink", {
    title: { zh, en: zh },
    node: "sse-sulfide",
    factors: ["tech_gap"],
  });
  await step(second, publicId, "confirm", { decidedIn: "A meeting" });
  await step(officer, publicId, "begin", { dueOn: "2026-12-31" });
  return publicId;
};

/** A result of a project that this body uses, as far as both sides confirmed it. */
async function useBy(project: FundProject, body: TestOrganization, confirms: boolean) {
  const who = await addMember(kernel, body);
  const { publicId: of } = await call(app, project.who.principal, addOutput, {
    publicId: project.publicId,
    kind: "process",
    title: `A coating for ${body.publicId}`,
    identifier: body.publicId,
    madeOn: "2026-05-20",
    share: 100,
    contributors: [],
  });
  const { publicId } = await call(app, project.who.principal, offerResult, {
    source: "output",
    of,
    use: "Coats.",
    node: "sse-sulfide",
    rung: "pilot",
  });
  const need = await addPosting(kernel, who, "need", sampleContent({ concept: "sse-sulfide" }));
  await call(app, who.principal, claimResult, { publicId, by: "need", of: need.publicId, words: "" });
  const read = async () => (await call(app, who.principal, loadResult, { publicId })).claims[0];
  const confirm = async () => {
    const open = (await read())?.steps.find(({ state }) => state === "told");
    await call(app, project.who.principal, answerRelayStep, {
      publicId: open?.publicId ?? "",
      answer: "confirm",
      words: "",
    });
  };
  await confirm();
  const claim = (await read())?.publicId ?? "";
  for (const name of ["begin", "use"] as const) {
    await call(app, who.principal, tellRelayStep, {
      publicId: claim,
      step: name,
      happenedOn: "2026-06-01",
      words: "Ten tonnes.",
      useKind: name === "use" ? "delivery" : null,
      volume: null,
      unit: null,
    });
    if (name === "begin" || confirms) await confirm();
  }
  return { claim, who };
}

describe("a first use as evidence of a weak link", () => {
  it("[RY7] [WL12] closes it beside a closed gap, by a second officer, if both sides confirmed it and the user stands apart", async () => {
    const link = await addLink("薄弱环节一");
    const gap = await addGap("已弥合", "9.5");
    const project = await startProject("development");
    const outside = await addOrganization(kernel, { name: "A cell maker" });
    const own = await useBy(project, project.partnerBody, true);
    const open = await useBy(project, await addOrganization(kernel), false);
    const good = await useBy(project, outside, true);
    const file = (who: TestMember, claim: string) =>
      call(app, who.principal, fileUse, { publicId: claim, weakLink: link, gap: gap.publicId });
    const seen = await call(app, officer.principal, listUses, { node: "sse-sulfide" });
    expect(seen.uses.map(({ publicId, isApart }) => [publicId, isApart]).toSorted()).toEqual(
      [
        [own.claim, false],
        [good.claim, true],
      ].toSorted(),
    );
    expect(seen.gaps).toMatchObject([{ isClosed: true }]);
    await expect(file(good.who, good.claim)).rejects.toEqual(refused("FORBIDDEN"));
    await expect(file(officer, open.claim)).rejects.toMatchObject({
      faults: [{ field: "use", rule: "notInList" }],
    });
    await expect(file(officer, own.claim)).rejects.toMatchObject({ faults: [{ rule: "notIndependent" }] });
    await file(officer, good.claim);
    const { shown, state } = await load(link);
    expect(state).toBe("evidence_filed");
    expect(shown.values).toMatchObject({ useKind: "delivery", usedOn: "2026-06-01" });
    expect(String(shown.values.usedBy)).not.toContain(outside.name);
    await expect(file(officer, good.claim)).rejects.toEqual(refused("WRONG_STATE"));
    await step(second, link, "close");
    expect(await load(link)).toMatchObject({ state: "closed" });
  });

  it("[RY3] [RY7] names the user only where the user says so", async () => {
    const link = await addLink("薄弱环节二");
    const gap = await addGap("已弥合二", "9.6");
    const body = await addOrganization(kernel, { name: "A named maker" });
    const { claim, who } = await useBy(await startProject("applied"), body, true);
    await call(app, who.principal, nameUser, { publicId: claim, named: true });
    await call(app, officer.principal, fileUse, { publicId: claim, weakLink: link, gap: gap.publicId });
    expect(String((await load(link)).shown.values.usedBy)).toContain(body.name);
  });
});

describe("a call that names a weak link", () => {
  const named = (publicId: string) => ({ publicId, zh: null, en: null });

  it("[FU11] is published only while the link is confirmed and not closed", async () => {
    const { publicId: candidate } = await addRecord(kernel, [officer, second], "weakLink", {
      title: { zh: "候选", en: "A candidate" },
      node: "sse-sulfide",
      factors: ["tech_gap"],
    });
    await expect(addCall({ exception: null, weakLink: named(candidate) })).rejects.toMatchObject({
      faults: [{ field: "values.weakLink", rule: "linkNotConfirmed" }],
    });
    await step(second, candidate, "confirm", { decidedIn: "A meeting" });
    const { publicId } = await addCall({ exception: null, weakLink: named(candidate) });
    const [seen] = await call(app, officer.principal, loadCalls, { publicId });
    expect(seen?.weakLink).toMatchObject({ publicId: candidate });
    const member = await addMember(kernel, await addOrganization(kernel));
    expect((await call(app, member.principal, loadCalls, { publicId }))[0]?.weakLink).not.toBeNull();
    const [open] = await call(app, { kind: "anonymous" }, loadCalls, { publicId });
    expect(open).toMatchObject({ publicId, weakLink: null });
  });

  it("[FU11] says why it names none", async () => {
    await expect(addCall({ exception: null })).rejects.toMatchObject({
      faults: [expect.objectContaining({ rule: "required" })],
    });
  });
});
