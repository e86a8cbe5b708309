import { expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  createTestKernel,
  publishRecord,
  sampleContent,
  type TestMember,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { recordVerbs } from "../../record/record-verbs.ts";
import { listAchievements, listNeeds } from "./list-achievements.ts";

const kernel = await createTestKernel(new Date("2026-11-24T02:00:00Z"));
const { app } = kernel;
const institute = await addMember(kernel, await addOrganization(kernel, { kind: "university_or_institute" }));
const buyer = await addMember(kernel, await addOrganization(kernel, { offers: ["ncm811"] }));
const stranger = await addMember(kernel, await addOrganization(kernel));

const values = {
  title: {
    zh: "低磁性杂质电池级碳酸锂的制备",
    en: "Battery-grade lithium carbonate with low magnetic impurities",
  },
  links: ["smelting"],
  readiness: 7,
  teaser: {
    zh: "电池级碳酸锂，磁性杂质低，由盐湖卤水直接制得。",
    en: "Battery-grade lithium carbonate with low magnetic impurities, made from brine.",
  },
  difference: { zh: "少一道碳化工序。", en: "One carbonation step less." },
  ownCost: { value: "31000", low: null, high: null, unit: "CNY/t", basis: null },
  rivalCost: { value: "42000", low: null, high: null, unit: "CNY/t", basis: null },
  basis: "按碳酸锂当量计",
  details: "SECRET-BRINE",
};
const cleared = [
  ["disclose", institute],
  ["clear", institute, "", { priorityOn: "2026-06-12" }],
] as const;
const offered = [...cleared, ["offer", institute, "", { offeredOn: "2026-09-01" }]] as const;

const add = (steps: Parameters<typeof publishRecord>[4], title: string) =>
  publishRecord(
    kernel,
    "achievement",
    institute,
    { ...values, title: { ...values.title, zh: title } },
    steps,
  );
const need = await addPosting(
  kernel,
  buyer,
  "need",
  sampleContent({ figures: [], trl: 6, title: "We need battery-grade lithium carbonate" }),
);
const found = async (who: TestMember) =>
  (await call(app, who.principal, listAchievements, { publicId: need.publicId })).map(
    ({ publicId }) => publicId,
  );
const needsOf = async (publicId: string, who = institute) =>
  (await call(app, who.principal, listNeeds, { publicId })).map((one) => one.publicId);

it("[AC7] enters matching once it is offered, on both sides, and leaves it when talks begin", async () => {
  const before = await add(cleared, "电池级碳酸锂制备之一");
  expect(await found(buyer)).toEqual([]);
  expect(await needsOf(before)).toEqual([]);
  const publicId = await add(offered, "电池级碳酸锂制备之二");
  expect(await found(buyer)).toEqual([publicId]);
  expect(await needsOf(publicId)).toEqual([need.publicId]);
  const verbs = recordVerbs.achievement;
  const { revision } = (await call(
    app,
    institute.principal,
    verbs?.load as never,
    { publicId } as never,
  )) as { revision: number };
  await call(
    app,
    institute.principal,
    verbs?.step as never,
    { publicId, step: "negotiate", revision } as never,
  );
  expect(await found(buyer)).toEqual([]);
  expect(await needsOf(publicId)).toEqual([]);
});

it("[AC7] the owner of each side reads its own matches, by what everyone reads, and nobody else does", async () => {
  const publicId = await add(offered, "电池级碳酸锂制备之三");
  const [match] = await call(app, buyer.principal, listAchievements, { publicId: need.publicId });
  expect(match).toMatchObject({ publicId, readiness: 7, relay: null, word: expect.any(String) });
  expect(JSON.stringify(match)).not.toContain("SECRET");
  const [fits] = await call(app, institute.principal, listNeeds, { publicId });
  expect(Object.keys(fits ?? {}).toSorted()).toEqual(["concept", "language", "publicId", "title", "word"]);
  await expect(found(stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(needsOf(publicId, stranger)).rejects.toMatchObject({ code: "FORBIDDEN" });
  const hidden = await add(cleared, "电池级碳酸锂制备之四");
  await expect(needsOf(hidden, stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("[AC7] leaves out what is only distantly akin, on both sides", async () => {
  const publicId = await add(offered, "电池级碳酸锂制备之五");
  const figures = [{ attribute: "li2o_grade", op: ">=", value: "5.5", unit: "% Li2O", hard: true }] as const;
  const content = sampleContent({
    concept: "spodumene-conc",
    figures: [...figures],
    title: "求锂辉石精矿包销",
  });
  const far = await addPosting(kernel, buyer, "need", content);
  expect(await needsOf(publicId)).toEqual([need.publicId]);
  expect(await call(app, buyer.principal, listAchievements, { publicId: far.publicId })).toEqual([]);
});
