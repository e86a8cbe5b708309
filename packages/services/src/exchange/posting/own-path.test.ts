import { ledgerEntry } from "@lilink/db/schema";
import { expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  createTestKernel,
  rankPosting,
  sampleContent,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { acceptIntroduction } from "../introduction/answer.ts";
import { askIntroduction } from "../introduction/ask.ts";
import { markMatch } from "../match/mark-match.ts";
import { Market } from "../match/market.ts";
import { listOwnPostings } from "./list-own-postings.ts";

const now = new Date("2026-11-24T02:00:00Z");
const kernel = await createTestKernel(now);
const market = new Market();
const buyer = await addMember(
  kernel,
  await addOrganization(kernel, { links: ["materials"], offers: ["ncm811"] }),
);
const supplier = await addMember(
  kernel,
  await addOrganization(kernel, { links: ["smelting"], offers: ["li2co3-batt"] }),
);

it("[PO19] the own list tells how far each posting came, to its own people alone", async () => {
  const need = await addPosting(kernel, buyer, "need", sampleContent());
  const offer = await addPosting(kernel, supplier, "capability", sampleContent());
  for (const { id: postingId } of [need, offer]) await rankPosting(kernel, market, postingId);
  const own = (by = buyer) => call(kernel.app, by.principal, listOwnPostings, {});
  const pathOf = async (by = buyer) => (await own(by)).items[0]?.path;
  expect(await pathOf()).toEqual({ matches: 1, introductions: 0, accepted: 0, outcomes: 0 });
  expect((await own()).reached).toEqual({
    published: 1,
    matches: 1,
    introductions: 0,
    accepted: 0,
    outcomes: 0,
  });

  await call(kernel.app, buyer.principal, markMatch, {
    publicId: need.publicId,
    other: offer.publicId,
    mark: "dismissed",
    reason: "volume",
  });
  expect(await pathOf()).toMatchObject({ matches: 0 });

  const asked = await call(kernel.app, buyer.principal, askIntroduction, {
    posting: offer.publicId,
    own: need.publicId,
    aim: "sample",
    message: "We would like to test ten tonnes in our line.",
  });
  for (const by of [buyer, supplier])
    expect(await pathOf(by)).toMatchObject({ introductions: 1, accepted: 0, outcomes: 0 });
  await call(kernel.app, supplier.principal, acceptIntroduction, { publicId: asked.publicId });
  await kernel.owner.insert(ledgerEntry).values({
    id: kernel.app.newId(),
    publicId: kernel.app.newPublicId(),
    introductionId: asked.id,
    step: "trial",
    state: "confirmed",
    proposedSide: "asking",
    occurredOn: "2026-11-24",
    createdAt: now,
  });
  expect(await pathOf(supplier)).toMatchObject({ introductions: 1, accepted: 1, outcomes: 1 });

  const stranger = await addMember(kernel, await addOrganization(kernel));
  expect((await own(stranger)).reached).toMatchObject({ published: 0, introductions: 0 });
});
