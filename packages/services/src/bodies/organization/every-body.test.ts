import { membership } from "@lilink/db/schema";
import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  createTestKernel,
  sampleContent,
} from "../../../testing/index.ts";
import { askIntroduction } from "../../exchange/introduction/ask.ts";
import { loadIntroduction } from "../../exchange/introduction/load.ts";
import { loadPosting } from "../../exchange/posting/load-posting.ts";
import { call } from "../../kernel/call.ts";
import { hashToken } from "../../kernel/token.ts";
import { createKey } from "../key/manage-keys.ts";

const kernel = await createTestKernel();
const { app, owner } = kernel;
const author = await addMember(
  kernel,
  await addOrganization(kernel, { offers: ["ncm811"], links: ["materials"] }),
);
const rival = await addOrganization(kernel, { offers: ["ncm523"] });
const { publicId } = await addPosting(kernel, author, "capability", sampleContent(), {
  volume: "member",
});
const shell = await addOrganization(kernel, { links: ["recycling"] });
const volumeOf = async (principal: Parameters<typeof call>[1]) => {
  const seen = await call(app, principal, loadPosting, { publicId });
  return "volume" in (seen.reading?.fields ?? {});
};

it("[PO6] who belongs to a competitor as well reads as one, whichever body they act for, for a year, and so does their program", async () => {
  const person = await addMember(kernel, shell);
  const { key } = await call(app, person.principal, createKey, { name: "ERP", scopes: ["postings:read"] });
  const program = { kind: "key", keyHash: hashToken(key) } as const;
  expect([await volumeOf(person.principal), await volumeOf(program)]).toEqual([true, true]);
  await owner
    .insert(membership)
    .values({ organizationId: rival.id, personId: person.personId, role: "viewer", createdAt: app.clock() });
  expect([await volumeOf(person.principal), await volumeOf(program)]).toEqual([false, false]);
  const of = and(eq(membership.organizationId, rival.id), eq(membership.personId, person.personId));
  await owner.update(membership).set({ active: false }).where(of);
  expect(await volumeOf(person.principal)).toBe(false);
  const given = { posting: publicId, aim: "trial", message: "We would like to try it in our line." } as const;
  const sent = await call(app, person.principal, askIntroduction, given);
  const asked = await call(app, author.principal, loadIntroduction, { publicId: sent.publicId });
  expect(JSON.stringify(asked)).toContain('"competes":true');
});
