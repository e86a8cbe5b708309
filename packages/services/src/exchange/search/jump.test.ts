import { expect, it } from "vitest";
import {
  addMember,
  addOfficer,
  addOrganization,
  addPosting,
  createTestKernel,
  sampleContent,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { recordVerbs } from "../../record/record-verbs.ts";
import { jump } from "./jump.ts";

const kernel = await createTestKernel(new Date("2026-11-24T02:00:00Z"));
const seller = await addMember(kernel, await addOrganization(kernel, { offers: ["li2co3-batt"] }));
const [officer, other] = [await addOfficer(kernel), await addOfficer(kernel)];
const visitor = { kind: "anonymous" } as const;
const look = (q: string, who: Parameters<typeof call>[1] = visitor) => call(kernel.app, who, jump, { q });

async function addSeat(en: string, isLive: boolean): Promise<string> {
  const { seat: seats } = recordVerbs;
  if (!seats) throw new Error("there are no seats");
  const ask = (who: typeof officer, verb: unknown, input: unknown) =>
    call(kernel.app, who.principal, verb as never, input as never) as Promise<never>;
  const values = {
    name: { zh: `席位 ${en}`, en },
    body: "institute",
    role: "member",
    links: ["materials"],
    termFrom: "2025-01-01",
    termTo: "2027-01-01",
  };
  const { publicId }: { publicId: string } = await ask(officer, seats.save, {
    values,
    sources: [{ title: "a paper" }],
  });
  for (const [step, who] of isLive
    ? ([
        ["submit", officer],
        ["publish", other],
      ] as const)
    : []) {
    const { revision }: { revision: number } = await ask(officer, seats.load, { publicId });
    await ask(who, seats.step, { publicId, step, revision });
  }
  return publicId;
}

it("[SE7] says of a posting its kind, concept and language, and the figures that everybody may read", async () => {
  const figures = [
    { attribute: "d50", op: "<=", value: "12", unit: "µm", hard: true } as const,
    { attribute: "moisture", op: "<=", value: "400", unit: "ppm", hard: true } as const,
  ];
  const { publicId } = await addPosting(
    kernel,
    seller,
    "capability",
    sampleContent({ language: "zh", title: "碳酸锂细粉可供", concept: "li2co3-batt", figures }),
    { "figures.d50": "everyone", "figures.moisture": "member" },
  );
  for (const who of [visitor, seller.principal]) {
    const { postings } = await look("细粉", who);
    expect(postings).toMatchObject([
      { publicId, kind: "capability", concept: "li2co3-batt", language: "zh", title: "碳酸锂细粉可供" },
    ]);
    expect(postings[0]?.figures.map(({ attribute }) => attribute)).toEqual(["d50"]);
  }
});

it("[SE7] finds goals by code and by a part of their sentence in either language", async () => {
  expect((await look("g25-04")).goals.map(({ id }) => id)).toEqual(["G25-04"]);
  expect((await look("综合利用水平显著")).goals.map(({ id }) => id)).toEqual(["G35-01"]);
  expect((await look("Comprehensive utilization at")).goals.map(({ id }) => id)).toEqual(["G35-01"]);
  expect((await look("g")).goals).toEqual([]);
});

it("[SE7] finds live records of the registers that the reader may open", async () => {
  const live = await addSeat("Chair of zirconium", true);
  await addSeat("Chair of zirconium, not yet live", false);
  for (const q of ["zirconium", "席位 chair of z"])
    expect((await look(q)).records).toEqual([
      { path: "seats", publicId: live, zh: "席位 Chair of zirconium", en: "Chair of zirconium" },
    ]);
  expect((await look("z")).records).toEqual([]);
  expect((await look("hafnium")).records).toEqual([]);
});
