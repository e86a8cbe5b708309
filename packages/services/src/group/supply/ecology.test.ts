import { type Register, type Ring, registers, toWkt } from "@lilink/model/register";
import { sampleValues } from "@lilink/model/testing";
import { describe, expect, it } from "vitest";
import { addOfficer, createTestKernel } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { recordVerbs } from "../../record/record-verbs.ts";
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
  phase: "planned",
  idleReason: null,
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
          params: { areas: "strict区 · strict 50 %", found: "red_line" },
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

  it("[EP4] a reason does not carry a block over a strict area beyond a plan, and a place alone is judged too", async () => {
    const over = { ecologyReason: "A reason.", phase: "announced" };
    const refused = { faults: [{ field: "values.outline", rule: "overProtected" }] };
    await expect(save("miningRight", "over", block(boxAt(101.5, 30.5), over))).rejects.toMatchObject(refused);
    const place = { ...over, place: { lon: 101.5, lat: 30.5 } };
    await expect(save("miningRight", "over", block(null, place))).rejects.toMatchObject({
      faults: [{ rule: "overProtected", params: { areas: "strict区 · strict" } }],
    });
    await save("miningRight", "outside", block(boxAt(104.5, 30), { phase: "announced" }));
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
      faults: [{ rule: "milderThanAreas", params: { areas: "后来区 · late 100 %" } }],
    });
    const { areas, blocks } = await call(kernel.app, visitor, loadEcology, {});
    expect(areas.map(({ name }) => name.en).sort()).toEqual(["late", "limited", "strict"]);
    expect(blocks).toMatchObject([
      { publicId: live.publicId, typed: "none", found: "red_line", isContradicted: true },
    ]);
    expect(blocks[0]?.met[0]?.share).toBeCloseTo(0.25, 2);
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
