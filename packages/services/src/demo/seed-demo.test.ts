import { postingHead } from "@lilink/db/schema";
import { isMarkedFictional } from "@lilink/model/organization";
import { expect, it } from "vitest";
import { createTestKernel } from "../../testing/index.ts";
import cast from "./data/cast.json" with { type: "json" };
import { seedDemo } from "./seed-demo.ts";

const kernel = await createTestKernel();
const seed = () => seedDemo({ owner: kernel.owner, app: kernel.app, passwordOf: (email) => `demo ${email}` });

it("marks every invented body as fictional in both languages", () => {
  for (const body of cast.organizations) {
    expect(isMarkedFictional(body.nameZh) && isMarkedFictional(body.nameEn), body.nameZh).toBe(true);
  }
});

it("brings every demo posting through the real verbs, once", async () => {
  expect((await seed())?.length).toBe(cast.people.length);
  expect(await seed()).toBeNull();
  const heads = await kernel.owner.select().from(postingHead);
  expect(heads.length).toBeGreaterThanOrEqual(28);
});
