import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { addMember, addOrganization, addPosting, createTestKernel } from "../../testing/index.ts";
import { listOrganizations } from "../bodies/organization/list-organizations.ts";
import { listOwnPostings } from "../exchange/posting/list-own-postings.ts";
import { call } from "./call.ts";

const kernel = await createTestKernel();
const firm = await addOrganization(kernel);
const [one, other] = [await addMember(kernel, firm), await addMember(kernel, firm)];
for (let n = 0; n < 3; n += 1) await addPosting(kernel, one, "need");
const list = (who: typeof one, input: object) => call(kernel.app, who.principal, listOwnPostings, input);
const first = await list(one, { limit: 1, states: ["draft", "published", "in_review"] });
const cursor = first.nextCursor ?? "";
const asked = { limit: 2, states: ["draft", "published", "in_review"] as const };

it("[RA12] goes on for the same caller and question, whatever the length of a page", async () => {
  const rest = await list(one, { ...asked, cursor });
  expect(rest.items).toHaveLength(2);
  expect(rest.items.map(({ publicId }) => publicId)).not.toContain(first.items[0]?.publicId);
});

it("[RA12] is refused by name to another caller, for another question or list, and when it was made up", async () => {
  const foreign = { code: "INVALID_INPUT", faults: [{ field: "cursor", rule: "foreignCursor" }] };
  const [value = "", mark = ""] = cursor.split(/\.(?=[^.]*$)/);
  await expect(list(other, { ...asked, cursor })).rejects.toMatchObject(foreign);
  await expect(list(one, { ...asked, states: ["draft"], cursor })).rejects.toMatchObject(foreign);
  await expect(list(one, { limit: 2, cursor })).rejects.toMatchObject(foreign);
  const elsewhere = call(kernel.app, one.principal, listOrganizations, { limit: 1, cursor });
  await expect(elsewhere).rejects.toMatchObject(foreign);
  const guess = createHash("sha256").update(value).digest("base64url").slice(0, 22);
  for (const made of [
    value,
    `${value}.`,
    `${value}.${guess}`,
    `x${value}.${mark}`,
    `.${mark}`,
    "",
    "x".repeat(900),
  ])
    await expect(list(one, { ...asked, cursor: made }), made).rejects.toMatchObject(foreign);
});
