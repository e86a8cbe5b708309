import type { PostingContent } from "@lilink/model/posting";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  createTestKernel,
  rankPosting,
  sampleContent,
  type TestMember,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { createPosting } from "../posting/create-posting.ts";
import { loadPosting } from "../posting/load-posting.ts";
import { submitPosting } from "../posting/submit-posting.ts";
import { listMatches } from "./list-matches.ts";
import { Market } from "./market.ts";

const kernel = await createTestKernel();
const market = new Market();
const buyer = await addMember(
  kernel,
  await addOrganization(kernel, { links: ["materials"], offers: ["ncm811"] }),
);
const supplier = await addMember(
  kernel,
  await addOrganization(kernel, { links: ["smelting"], offers: ["li2co3-batt"] }),
);
const rival = await addMember(
  kernel,
  await addOrganization(kernel, { links: ["smelting"], offers: ["li2co3-batt"] }),
);

const withMonths = (amounts: readonly number[]): PostingContent =>
  sampleContent({
    volume: {
      amount: String(amounts.reduce((sum, amount) => sum + amount, 0)),
      unit: "t",
      schedule: amounts.map((amount, at) => ({ period: `2027-0${at + 1}`, amount: String(amount) })),
    },
  });
const publish = async (
  author: TestMember,
  kind: "need" | "capability",
  content: PostingContent,
  levels: Parameters<typeof addPosting>[4] = {},
) => {
  const made = await addPosting(kernel, author, kind, content, levels);
  await rankPosting(kernel, market, made.id);
  return made;
};
const list = (reader: TestMember, own: { publicId: string }) =>
  call(kernel.app, reader.principal, listMatches, { publicId: own.publicId });

describe("schedules of two postings", () => {
  it("[MT85] [PO26] are told as covered and short months to whoever reads both, and stay from rivals and members that may not", async () => {
    const need = await publish(buyer, "need", withMonths([100, 100, 100]));
    const offer = await publish(supplier, "capability", withMonths([100, 40, 100]));
    const kept = await publish(supplier, "capability", withMonths([100, 100, 100]), { volume: "partner" });

    const { own, matches } = await list(buyer, need);
    expect(own.volume?.schedule).toHaveLength(3);
    const codesOf = (publicId: string) =>
      matches
        .find(({ other }) => other.publicId === publicId)
        ?.result.reasons.filter(({ code }) => code.startsWith("schedule_"))
        .map(({ code, params }) => [code, params.covered, params.periods]);
    expect(codesOf(offer.publicId)).toEqual([["schedule_part", 2, "2027-02"]]);
    expect(codesOf(kept.publicId)).toEqual([["schedule_unknown", undefined, undefined]]);

    const seenBy = async (reader: TestMember) =>
      (await call(kernel.app, reader.principal, loadPosting, { publicId: offer.publicId })).reading?.fields
        .volume;
    expect((await seenBy(buyer))?.schedule?.[1]).toEqual({ period: "2027-02", amount: "40" });
    expect(await seenBy(rival)).toBeUndefined();
  });

  it("[PO26] a schedule is refused with the field, the rule and the sum it should have", async () => {
    const submit = async (volume: object) => {
      const { publicId } = await call(kernel.app, buyer.principal, createPosting, {
        kind: "need",
        content: { ...sampleContent(), volume },
      });
      return call(kernel.app, buyer.principal, submitPosting, { publicId });
    };
    const schedule = [
      { period: "2027-01", amount: "1.5" },
      { period: "2027-01", amount: "2" },
      { period: "2027-W07", amount: "3" },
    ];
    await expect(submit({ amount: "7", unit: "t/a", schedule })).rejects.toMatchObject({
      faults: [
        { field: "volume.schedule.1.period", rule: "duplicate" },
        { field: "volume.schedule.2.period", rule: "mixedPeriods" },
        { field: "volume.amount", rule: "notTheSum", params: { sum: "6.5" } },
        { field: "volume.unit", rule: "rateByPeriod" },
      ],
    });
  });
});
