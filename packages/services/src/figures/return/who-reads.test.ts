import { membership, organization } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  adoptDefinitions,
  asRaw,
  createTestKernel,
  openTestRound,
} from "../../../testing/index.ts";
import { createKey, listKeys } from "../../bodies/key/manage-keys.ts";
import { editOrganization } from "../../bodies/organization/edit-organization.ts";
import { countWaiting } from "../../group/desk/count-waiting.ts";
import { call } from "../../kernel/call.ts";
import { hashToken } from "../../kernel/token.ts";
import { verifyReturn } from "./decide-return.ts";
import { listOwnReturns } from "./list-own.ts";
import { listReturnQueue } from "./list-queue.ts";
import { loadReturnReview } from "./load-review.ts";
import { saveValues } from "./save-values.ts";
import { submitReturn } from "./submit-return.ts";

const kernel = await createTestKernel(new Date("2026-10-12T02:00:00Z"));
const { app, owner } = kernel;
await adoptDefinitions(kernel);
const { officer } = await addOffice(kernel);
const firm = await addOrganization(kernel, { links: ["smelting"], province: "36" });
const filer = await addMember(kernel, firm);
const ministry = await addOrganization(kernel, { kind: "regulator", province: "36" });
const checker = await addMember(kernel, ministry, { role: "editor" });
const viewer = await addMember(kernel, ministry, { role: "viewer" });
const elsewhere = await addOrganization(kernel, { kind: "regulator", province: "63" });
const other63 = await addMember(kernel, elsewhere);

const { publicId, id } = await (await openTestRound(kernel, officer, "2026Q3")).formOf(
  firm,
  "smelting.quarterly",
);
const figure = { component: "lithium_salt_output", place: ["li2co3-batt", "brine"], raw: "1200" };
await call(app, filer.principal, saveValues, { publicId, version: 1, values: [{ ...figure, revision: 0 }] });
await owner.execute(
  `insert into return_explanation (form_id, organization_id, version, "check", text, changed_at)
   values ('${id}', '${firm.id}', 1, 'missing', 'As planned.', now())`,
);
await call(app, filer.principal, submitReturn, { publicId, version: 1 });

it("[RT7] a regulator does not choose whose returns it reads: its province stays as verified", async () => {
  const profile = { links: [], offers: [], needs: [] };
  const moved = call(app, other63.principal, editOrganization, { ...profile, province: "36" });
  await expect(moved).rejects.toMatchObject({ faults: [{ field: "province", rule: "staysVerified" }] });
  const past = `update organization set province = '36' where id = '${elsewhere.id}'`;
  expect(await asRaw(kernel, other63, past)).toBe("42501");
  expect((await call(app, other63.principal, listReturnQueue, {})).items).toEqual([]);
  await call(app, other63.principal, editOrganization, {
    ...profile,
    province: "63",
    nameEn: "Office (fictional)",
  });
  await call(app, filer.principal, editOrganization, { ...profile, links: ["smelting"], province: "51" });
  await owner.update(organization).set({ province: "36" }).where(eq(organization.id, firm.id));
});

it("[RT9] who only reads for a regulator reads its queue and decides nothing", async () => {
  expect((await call(app, viewer.principal, listReturnQueue, {})).items).toHaveLength(1);
  const seen = await call(app, viewer.principal, loadReturnReview, { publicId });
  expect(seen.may.decide).toBe(false);
  expect((await call(app, viewer.principal, countWaiting, {})).returns).toBe(0);
  const decision = { publicId, version: 1 };
  const refused = call(app, viewer.principal, verifyReturn, decision);
  await expect(refused).rejects.toMatchObject({ code: "FORBIDDEN" });
  // The function answers false, and the row is as it was.
  const past = `select app.decide_return('${id}', 1, true, null, gen_random_uuid(), now())`;
  expect(await asRaw(kernel, viewer, past)).toBe("done");
  expect((await call(app, checker.principal, countWaiting, {})).returns).toBe(1);
  await call(app, checker.principal, verifyReturn, decision);
});

it("[RT7] a key made by the holder of the seat names no returns, and one loses them when its maker takes the seat", async () => {
  const maker = await addMember(kernel, firm);
  const given = { name: "ERP", scopes: ["returns:read", "postings:read"] as const };
  const make = (scopes: readonly ("returns:read" | "postings:read")[]) =>
    call(app, maker.principal, createKey, { name: given.name, scopes: [...scopes] });
  const { key, publicId: made } = await make(given.scopes);
  const principal = { kind: "key", keyHash: hashToken(key) } as const;
  expect((await call(app, principal, listOwnReturns, {})).items).toHaveLength(1);
  const { key: blind } = await make(["postings:read"]);
  const without = { kind: "key", keyHash: hashToken(blind) } as const;
  expect(await asRaw(kernel, { ...maker, principal: without }, "select 1 from return_form")).toBe("nothing");

  await owner
    .update(membership)
    .set({ duties: ["delegate"] })
    .where(eq(membership.personId, maker.personId));
  await expect(call(app, principal, listOwnReturns, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await asRaw(kernel, { ...maker, principal }, "select 1 from return_form")).toBe("nothing");
  const listed = await call(app, maker.principal, listKeys, {});
  expect(listed.find((one) => one.publicId === made)?.scopes).toEqual(["postings:read"]);
  await expect(make(given.scopes)).rejects.toMatchObject({
    faults: [{ field: "scopes", rule: "notOfSeat" }],
  });
  await make(["postings:read"]);
});
