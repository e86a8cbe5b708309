import type { LevelChoice, PostingContent, PostingKind, UsePurpose } from "@lilink/model/posting";
import { createPosting } from "../src/exchange/posting/create-posting.ts";
import { publishPosting } from "../src/exchange/posting/decide-review.ts";
import { submitPosting } from "../src/exchange/posting/submit-posting.ts";
import { call } from "../src/kernel/call.ts";
import type { TestKernel } from "./kernel.ts";
import { addMember, addOrganization, type TestMember } from "./people.ts";

export function sampleContent(given: Partial<PostingContent> = {}): PostingContent {
  return {
    concept: "li2co3-batt",
    language: "en",
    title: "Battery-grade lithium carbonate",
    summary: "Battery-grade lithium carbonate with low magnetic impurities.",
    figures: [
      { attribute: "purity", op: ">=", value: "99.5", unit: "mass %", hard: true },
      { attribute: "capacity_ta", op: "=", value: "12000", unit: "t/a", hard: true },
    ],
    volume: { amount: "8000", unit: "t/a" },
    price: "PRICE-SECRET",
    customers: "CUSTOMER-SECRET",
    region: "36",
    trl: 9,
    cooperation: ["supply"],
    ...given,
  };
}

/** A posting brought to life through the real verbs: drafted, submitted, published by an officer of its own. */
export async function addPosting(
  kernel: TestKernel,
  author: TestMember,
  kind: PostingKind,
  content: PostingContent = sampleContent(),
  levels: LevelChoice = {},
): Promise<{ id: string; publicId: string }> {
  const created = await call(kernel.app, author.principal, createPosting, {
    kind,
    content: { ...content },
    levels,
  });
  await call(kernel.app, author.principal, submitPosting, {
    publicId: created.publicId,
    acknowledgeDoubts: true,
  });
  const secretariat = await addOrganization(kernel, { kind: "coordination_group" });
  const officer = await addMember(kernel, secretariat, { duties: ["officer"] });
  await call(kernel.app, officer.principal, publishPosting, { publicId: created.publicId });
  return { id: created.id, publicId: created.publicId };
}

/** Terms of use that a reader accepts with nothing but a press. */
export const sampleTerms = {
  purposes: ["evaluate"] satisfies UsePurpose[],
  framework: "free" as const,
  until: null,
  words: "",
};
