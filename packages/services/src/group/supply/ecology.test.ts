import {
  type EcologyVerdict,
  ecologyVerdicts,
  type Register,
  type Ring,
  registers,
  toWkt,
} from "@lilink/model/register";
import { stricterOf } from "@lilink/model/supply/ecology";
import { sampleValues } from "@lilink/model/testing";
import { describe, expect, it } from "vitest";
import { addOfficer, createTestKernel } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { recordVerbs } from "../../record/record-verbs.ts";
import { countRights } from "./count-rights.ts";
import { layBlock, loadEcology } from "./load-ecology.ts";

const kernel = await createTestKernel();
const visitor = { kind: "anonymous" } as const;
const officer = (await addOfficer(kernel)).principal;
const colleague = (await addOfficer(kernel)).principal;

const boxAt = (west: number, south: number, side = 0.2): Ring => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
];

const verbsOf = (name: "protectedArea" | "miningRight") => {
  const verbs = recordVerbs[name];
  if (!verbs) throw new Error("no such register");
  return verbs;
};
const valuesOf = (name: "protectedArea" | "miningRight", mark: string, given: object) => ({
  ...sampleValues(registers[name] as unknown as Register, mark),
  ...given,
});

async function save(name: "protectedArea" | "miningRight", mark: string, given: object) {
  return call(kernel.app, officer, verbsOf(name).save, {
    values: valuesOf(name, mark, given),
    sources: [{ title: "a register" }],
  } as never);
}
const step = (name: "protectedArea" | "miningRight", saved: Saved, taken: string, who = officer) =>
  call(kernel.app, who, verbsOf(name).step, {
    publicId: saved.publicId,
    revision: saved.revision,
    step: taken,
  } as never);
type Saved = { readonly publicId: string; readonly revision: number };

async function publish(name: "protectedArea" | "miningRight", mark: string, given: object) {
  const sent = await step(name, await save(name, mark, given), "submit");
  return step(name, sent, "publish", colleague);
}
const area = (mark: string, ring: Ring, protection: string) =>
  publish("protectedArea", mark, { name: { zh: `${mark}区`, en: mark }, outline: toWkt(ring), protection });
const block = (ring: Ring | null, given: object = {}) => ({
  outline: ring ? toWkt(ring) : null,
  place: null,
  ecologyDecision: null,
  ecologyDecidedOn: null,
  ecology: "none",
  ecologyReason: null,
  ...given,
});

await area("strict", boxAt(101.1, 30, 1), "strict");
await area("limited", boxAt(110, 30, 1), "limited");

describe("blocks and protected areas", () => {
  it("[EP3] a verdict that is milder than the areas is refused with the areas and shares, or gives its reason", async () => {
    const half = boxAt(101, 30);
    await expect(save("miningRight", "mild", block(half))).rejects.toMatchObject({
      code: "INVALID_INPUT",
      faults: [
        {
          field: "values.ecologyReason",
          rule: "milderThanAreas",
          params: { areas: "strict区 · strict 50%", found: "red_line" },
        },
      ],
    });
    await save("miningRight", "same", block(half, { ecology: "red_line" }));
    await save(
      "miningRight",
      "reasoned",
      block(half, { ecologyReason: "The survey of 2026 moved the line." }),
    );
    await expect(save("miningRight", "mild buffer", block(boxAt(110.5, 30.5)))).rejects.toMatchObject({
      faults: [{ rule: "milderThanAreas", params: { found: "buffer" } }],
    });
    await save("miningRight", "stricter", block(boxAt(110.5, 30.5), { ecology: "red_line" }));
    await save("miningRight", "beside", block(boxAt(104, 30)));
  });

  it("[EP4] a reason does not carry a block over a strict area to its announcement, and a place alone is judged too", async () => {
    const over = { ecologyReason: "A reason." };
    const plan = await publish("miningRight", "over", block(boxAt(101.5, 30.5), over));
    await expect(step("miningRight", plan, "announce")).rejects.toMatchObject({
      faults: [{ field: "values.outline", rule: "overRedLine", params: { areas: "strict区 · strict 100%" } }],
    });
    const place = { ...over, place: { lon: 101.5, lat: 30.5 } };
    const alone = await publish("miningRight", "alone", block(null, place));
    await expect(step("miningRight", alone, "announce")).rejects.toMatchObject({
      faults: [{ rule: "overRedLine", params: { areas: "strict区 · strict" } }],
    });
    const typed = await publish("miningRight", "typed", block(null, { ecology: "red_line" }));
    await expect(step("miningRight", typed, "announce")).rejects.toMatchObject({
      faults: [{ field: "values.ecology", rule: "overRedLine", params: { areas: "none" } }],
    });
    const outside = await publish("miningRight", "outside", block(boxAt(104.5, 30)));
    const announced = await step("miningRight", outside, "announce");
    await expect(
      call(kernel.app, officer, verbsOf("miningRight").save, {
        publicId: announced.publicId,
        revision: announced.revision,
        values: valuesOf("miningRight", "outside", block(boxAt(101.5, 30.5), over)),
      } as never),
    ).rejects.toMatchObject({ faults: [{ rule: "overRedLine" }] });
  });

  it("[MR4] over a red line a right is granted and mined by a recorded decision alone, and may stand idle and end without one", async () => {
    const given = { ecology: "red_line", holder: "A holder", grantedOn: "2012", validUntil: null };
    const sent = await step(
      "miningRight",
      await save("miningRight", "grant", block(boxAt(101.6, 30.6), given)),
      "submit",
    );
    await expect(step("miningRight", sent, "enter", colleague)).rejects.toMatchObject({
      faults: [{ field: "values.ecologyDecision", rule: "notDecided" }],
    });
    const decided = { ...given, ecologyDecision: "Decision 12", ecologyDecidedOn: "2019-05" };
    const good = await save("miningRight", "decided", block(boxAt(101.6, 30.6), decided));
    const held = await step("miningRight", await step("miningRight", good, "submit"), "enter", colleague);
    expect(await step("miningRight", held, "produce")).toMatchObject({ state: "producing" });

    // Mined since before the area was published: it is marked, cannot go on, and can stop.
    const free = { ...given, ecology: "none" };
    const early = await save("miningRight", "mined", block(boxAt(120, 45), free));
    const mined = await step(
      "miningRight",
      await step("miningRight", await step("miningRight", early, "submit"), "enter", colleague),
      "produce",
    );
    await area("later", boxAt(120, 45), "strict");
    const laid = await call(kernel.app, visitor, layBlock, { publicId: mined.publicId });
    expect(laid).toMatchObject({ isContradicted: true, lacksDecision: true });
    const stopped = await call(kernel.app, officer, verbsOf("miningRight").step, {
      ...{ publicId: mined.publicId, revision: mined.revision, step: "idle" },
      values: { idleReason: "ecology" },
    } as never);
    await expect(step("miningRight", stopped, "produce")).rejects.toMatchObject({
      faults: [{ rule: "milderThanAreas" }, { rule: "notDecided" }],
    });
    const ended = await call(kernel.app, officer, verbsOf("miningRight").step, {
      ...{
        publicId: mined.publicId,
        revision: stopped.revision,
        step: "revoke",
        reason: "The new red line.",
      },
      values: { endedOn: "2026-11" },
    } as never);
    expect(ended).toMatchObject({ state: "revoked" });
  });

  it("[MR3] a right names its holder and day before it is granted, and production empties why it stood idle", async () => {
    const nobodys = { holder: null, grantedOn: null };
    const empty = await save("miningRight", "nobodys", block(boxAt(106, 30), nobodys));
    await expect(
      step("miningRight", await step("miningRight", empty, "submit"), "enter", colleague),
    ).rejects.toMatchObject({ faults: [{ field: "values.holder" }, { field: "values.grantedOn" }] });
    const plan = await publish(
      "miningRight",
      "way",
      block(boxAt(107, 30), { grantedOn: "2026-11", validUntil: null }),
    );
    const take = (at: Saved, name: string, values?: object, who = officer) =>
      call(kernel.app, who, verbsOf("miningRight").step, {
        ...{ publicId: at.publicId, revision: at.revision, step: name },
        ...(values && { values }),
      } as never);
    const applied = await take(plan, "apply", { holder: "A firm", appliedOn: "2026-10" });
    await expect(take(applied, "grant")).rejects.toMatchObject({ code: "FORBIDDEN" });
    const granted = await take(applied, "grant", undefined, colleague);
    const idle = await take(granted, "idle", { idleReason: "price" });
    await take(idle, "produce");
    const { shown } = await call(kernel.app, visitor, verbsOf("miningRight").load, {
      publicId: plan.publicId,
    } as never);
    expect(shown.values).toMatchObject({ holder: "A firm", appliedOn: "2026-10", idleReason: null });
  });

  it("[EP3] [RG8] a row of a file is judged like a form, and a bad one changes nothing", async () => {
    const rows = [boxAt(105, 30), boxAt(101, 30)].map((ring, at) => ({
      row: at + 2,
      values: valuesOf("miningRight", `row${at}`, block(ring)),
      sources: [],
      readings: {},
    }));
    const outcome = await call(kernel.app, officer, verbsOf("miningRight").import, {
      pieces: (async function* () {
        yield rows;
      })(),
      step: () => true,
    });
    expect(outcome).toMatchObject({
      state: "faulty",
      created: 0,
      faults: [{ row: 3, faults: [{ field: "ecologyReason", rule: "milderThanAreas" }] }],
    });
  });

  it("[EP1] [EP3] what was published after a block was written stops it at its next step", async () => {
    const ring = boxAt(115, 40);
    const sent = await step("miningRight", await save("miningRight", "early", block(ring)), "submit");
    const drafted = await save("protectedArea", "late", {
      name: { zh: "后来区", en: "late" },
      outline: toWkt(ring),
      protection: "strict",
    });
    const live = await publish("miningRight", "before", block(boxAt(115.1, 40.1)));
    const waits = await step("protectedArea", drafted, "submit");
    await step("protectedArea", waits, "publish", colleague);
    await expect(step("miningRight", sent, "publish", colleague)).rejects.toMatchObject({
      faults: [{ rule: "milderThanAreas", params: { areas: "后来区 · late 100%" } }],
    });
    const { areas, blocks } = await call(kernel.app, visitor, loadEcology, {});
    expect(areas.map(({ name }) => name.en)).toContain("late");
    const found = blocks.find(({ publicId }) => publicId === live.publicId);
    expect(found).toMatchObject({ typed: "none", found: "red_line", isContradicted: true });
    expect(found?.met[0]?.share).toBeCloseTo(0.25, 2);
  });

  it.each([
    ["visitor", visitor, undefined],
    ["officer, with drafts", officer, "true"],
  ])("[EP6] a list filters, counts and sorts by the verdict that binds: %s", async (_who, reader, own) => {
    const listed = (asked: object) =>
      call(kernel.app, reader, verbsOf("miningRight").list, { limit: 100, own, ...asked } as never);
    const all = (await listed({})).items;
    // Each block judged alone, on its own page, against all of them in one list.
    const alone = new Map<string, EcologyVerdict | null>();
    for (const { publicId } of all) {
      const { typed, found } = await call(kernel.app, reader, layBlock, { publicId });
      alone.set(publicId, typed && stricterOf(typed, found));
    }
    for (const { publicId, values, binding } of all) {
      const verdict = alone.get(publicId) ?? null;
      expect(binding?.ecology ?? values.ecology).toBe(verdict);
      expect(binding === undefined).toBe(values.ecology === verdict);
    }
    expect(all.some(({ binding }) => binding)).toBe(true);
    const { facets } = await listed({});
    for (const verdict of ecologyVerdicts) {
      const naive = all.flatMap(({ publicId }) => (alone.get(publicId) === verdict ? [publicId] : []));
      const { items, total } = await listed({ ecology: [verdict] });
      expect(items.map(({ publicId }) => publicId).toSorted()).toEqual(naive.toSorted());
      expect(total).toBe(naive.length);
      const { phases } = await call(kernel.app, reader, countRights, { ecology: [verdict] } as never);
      const live = await call(kernel.app, visitor, verbsOf("miningRight").list, {
        ...{ limit: 100, ecology: [verdict] },
      } as never);
      expect(phases.reduce((sum, { count }) => sum + count, 0)).toBe(live.total);
      expect(facets.ecology?.find(({ value }) => value === verdict)?.count ?? 0).toBe(naive.length);
    }
    const sorted = (await listed({ sort: "ecology" })).items.map(({ publicId }) => alone.get(publicId) ?? "");
    const places = sorted.map((verdict) => (ecologyVerdicts as readonly string[]).indexOf(verdict));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it("[EP5] a block is laid for whoever reads it: a draft for its secretariat alone", async () => {
    const { publicId } = await save(
      "miningRight",
      "mine",
      block(boxAt(101.05, 30.3), { ecology: "red_line" }),
    );
    const laid = await call(kernel.app, officer, layBlock, { publicId });
    expect(laid).toMatchObject({ typed: "red_line", found: "red_line", isContradicted: false });
    expect(laid.met).toMatchObject([{ name: { en: "strict" }, protection: "strict" }]);
    expect(laid.met[0]?.share).toBeCloseTo(0.75, 2);
    await expect(call(kernel.app, visitor, layBlock, { publicId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
