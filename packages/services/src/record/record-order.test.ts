import {
  type Bilingual,
  convertFigure,
  type Figure,
  findRegister,
  type Values,
} from "@lilink/model/register";
import { beforeAll, expect, it } from "vitest";
import { addMember, addOrganization, addRecord, createTestKernel } from "../../testing/index.ts";
import { call, callJob } from "../kernel/call.ts";
import type { RecordPage } from "./list-records.ts";
import { recordVerbs } from "./record-verbs.ts";
import { seedRecords } from "./seed-records.ts";

const kernel = await createTestKernel();
beforeAll(() => callJob(kernel.worker, { id: kernel.app.newId(), name: "record.seed" }, seedRecords, {}));

/** Every row of a list, read by pages of seven. */
async function read(name: "deposit" | "standard" | "publicPolicy", asked: object = {}) {
  const list = recordVerbs[name]?.list;
  if (!list || !findRegister(name)) throw new Error("there is no such register");
  const items: { readonly publicId: string; readonly values: Values }[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const input = { ...asked, limit: 7, ...(cursor ? { cursor } : {}) };
    const page: RecordPage = await call(kernel.app, { kind: "anonymous" }, list, input as never);
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  expect(new Set(items.map(({ publicId }) => publicId)).size).toBe(items.length);
  return items.map(({ values }) => values);
}
const name = (values: Values, language: "zh" | "en") => {
  const { zh, en } = values.name as Bilingual;
  return (language === "zh" ? (zh ?? en) : (en ?? zh)) ?? "";
};

it("[RG7] deposits open with the largest resource, and those without one come last", async () => {
  const kilotonnes = (values: Values) => {
    const given = values.resource as Figure | null;
    const amount = given?.value == null ? null : convertFigure(given.value, given.unit, "kt Li");
    return amount?.ok ? amount.value.toNumber() : null;
  };
  const all = (await read("deposit")).map(kilotonnes);
  const told = all.filter((amount) => amount !== null);
  expect(all.length).toBeGreaterThan(100);
  expect(all.slice(0, told.length)).toEqual(told.toSorted((a, b) => b - a));
});

it.each(["zh", "en"] as const)(
  "[RG7] names stand in the order of the reader's language: %s",
  async (language) => {
    const lang = language === "zh" ? "zh-CN" : "en";
    const rising = (await read("deposit", { sort: "name", lang })).map((values) => name(values, language));
    const compare = new Intl.Collator(lang).compare;
    expect(rising).toEqual(rising.toSorted(compare));
    const falling = (await read("deposit", { sort: "-name", lang })).map((values) => name(values, language));
    expect(falling).toEqual(rising.toReversed());
  },
);

it("[RG7] rows of one choice stand by their title, and choices as they are declared", async () => {
  const rows = await read("deposit", { sort: "-stage", lang: "en" });
  const field = findRegister("deposit")?.fields.stage;
  const stages = field?.kind === "choice" ? field.choices : [];
  const places = rows.map(({ stage }) => stages.indexOf(String(stage)));
  expect(places).toEqual(places.toSorted((a, b) => b - a));
  const compare = new Intl.Collator("en").compare;
  for (const stage of stages) {
    const names = rows.filter((values) => values.stage === stage).map((values) => name(values, "en"));
    expect(names).toEqual(names.toSorted(compare));
  }
});

it("[RG7] a score with bounds too wide to be placed stands behind those that have a place", async () => {
  const group = await addOrganization(kernel, { kind: "coordination_group" });
  const officer = await addMember(kernel, group, { duties: ["officer"] });
  const list = recordVerbs.weakLink?.list;
  if (!list) throw new Error("there is no register of weak links");
  const bounds = [["0.3", "1"], ["0.2", "0.5"], ["0.4", "0.9"], null, ["0.5", "1.01"]] as const;
  for (const [index, range] of bounds.entries())
    await addRecord(kernel, [officer, officer], "weakLink", {
      title: { zh: `环节${index}`, en: `Link ${index}` },
      node: "sse-sulfide",
      factors: ["tech_gap"],
      ...(range && { score: { value: null, low: range[0], high: range[1], unit: "1", basis: null } }),
    });
  const page: RecordPage = await call(kernel.app, officer.principal, list, { limit: 10 } as never);
  const titles = page.items.map(({ values }) => (values.title as Bilingual).en);
  expect(titles.slice(0, 2)).toEqual(["Link 2", "Link 1"]);
  expect(titles.slice(2).toSorted()).toEqual(["Link 0", "Link 3", "Link 4"]);
});

it("[RG7] what is settled stands behind the rest where a list opens, page by page", async () => {
  const group = await addOrganization(kernel, { kind: "coordination_group" });
  const officer = await addMember(kernel, group, { duties: ["officer"] });
  const second = await addMember(kernel, group, { duties: ["officer"] });
  const { list, load, step } = recordVerbs.weakLink ?? {};
  if (!list || !load || !step) throw new Error("there is no register of weak links");
  const { publicId: first } = await addRecord(kernel, [officer, officer], "weakLink", {
    title: { zh: "最弱的一环", en: "Weakest" },
    node: "sse-sulfide",
    factors: ["tech_gap"],
    score: { value: null, low: "0.6", high: "0.9", unit: "1", basis: null },
  });
  const titles = async (asked: object) => {
    const found: (string | null)[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const input = { ...asked, limit: 2, ...(cursor ? { cursor } : {}) };
      const page: RecordPage = await call(kernel.app, officer.principal, list, input as never);
      found.push(...page.items.map(({ values }) => (values.title as Bilingual).en));
      cursor = page.nextCursor;
    }
    return found;
  };
  const before = await titles({});
  expect(before[0]).toBe("Weakest");
  const { revision } = (await call(kernel.app, officer.principal, load, { publicId: first } as never)) as {
    revision: number;
  };
  await call(kernel.app, second.principal, step, {
    publicId: first,
    revision,
    step: "reject",
    reason: "No gap any more",
  } as never);
  expect(await titles({})).toEqual([...before.slice(1), "Weakest"]);
  expect((await titles({ sort: "-score" }))[0]).toBe("Weakest");
});

it("[RG7] costs of one product stand together, and each among its own", async () => {
  const costs = (await read("deposit", { sort: "-cost" })).flatMap(({ cost }) =>
    cost ? [cost as Figure] : [],
  );
  const bases = costs.map(({ basis }) => basis);
  const together = [...new Set(bases)];
  expect(together.length).toBeGreaterThan(1);
  expect(bases).toEqual(together.flatMap((one) => bases.filter((basis) => basis === one)));
  for (const one of together) {
    const own = costs.filter(({ basis }) => basis === one).map(({ value, low }) => Number(value ?? low));
    expect(own).toEqual(own.toSorted((a, b) => b - a));
  }
});
