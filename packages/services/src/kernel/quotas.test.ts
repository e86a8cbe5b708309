import { maxFiles } from "@lilink/contract";
import { organization } from "@lilink/db/schema";
import { toCreditCode } from "@lilink/model/codes";
import { inArray } from "drizzle-orm";
import { expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  createTestKernel,
  sampleContent,
  type TestOrganization,
} from "../../testing/index.ts";
import { inviteMember } from "../bodies/invitation/invite-member.ts";
import { createKey } from "../bodies/key/manage-keys.ts";
import { claimOrganization } from "../bodies/organization/claim-organization.ts";
import { uploadAttachment } from "../exchange/attachment/upload-attachment.ts";
import { createPosting } from "../exchange/posting/create-posting.ts";
import { call } from "./call.ts";

const kernel = await createTestKernel();
const { app, owner } = kernel;
const admin = await addMember(kernel, await addOrganization(kernel));
const alone = { kind: "person", personId: admin.personId } as const;

/** How many of thirty at one moment are let through; the others are told that a limit is reached. */
async function countThrough(send: (at: number) => Promise<unknown>): Promise<number> {
  const answers = await Promise.allSettled(Array.from({ length: 30 }, (_, at) => send(at)));
  for (const answer of answers)
    if (answer.status === "rejected") expect(answer.reason).toMatchObject({ code: "LIMIT_REACHED" });
  return answers.filter(({ status }) => status === "fulfilled").length;
}

it("[RA7] thirty calls at the same moment never pass the limit, and use all of it", async () => {
  const draft = await call(app, admin.principal, createPosting, { kind: "need", content: sampleContent() });
  const home = { kind: "posting", publicId: draft.publicId } as const;
  const text = new Uint8Array(Buffer.from("purity,99.5\n"));
  expect(
    await countThrough((at) =>
      call(app, admin.principal, uploadAttachment, { home, name: `${at}.csv`, bytes: text }),
    ),
  ).toBe(maxFiles);
  const invited = { email: "guest@test.example", role: "viewer" } as const;
  expect(await countThrough(() => call(app, admin.principal, inviteMember, invited))).toBe(3);
  const key = { name: "ERP", scopes: ["organizations:read" as const], expiresOn: null };
  expect(await countThrough(() => call(app, admin.principal, createKey, key))).toBe(20);
  const bodies: TestOrganization[] = [];
  for (let at = 0; at < 30; at += 1) bodies.push(await addOrganization(kernel, { status: "pending" }));
  await owner
    .update(organization)
    .set({ status: "unclaimed" })
    .where(
      inArray(
        organization.id,
        bodies.map(({ id }) => id),
      ),
    );
  const claimed = (at: number) => ({
    publicId: bodies[at]?.publicId ?? "",
    codeScheme: "uscc" as const,
    code: toCreditCode("91360500", `MA${String(at + 900).padStart(6, "0")}`),
    statement: "We are this body; the licence is attached.",
  });
  expect(await countThrough((at) => call(app, alone, claimOrganization, claimed(at)))).toBe(5);
});
