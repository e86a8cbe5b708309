import { figureRelease, person } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { addMember, addOrganization, adoptDefinitions, createTestKernel } from "../../../testing/index.ts";
import { latestFigures } from "../../figures/release/latest-figures.ts";
import type { Maker } from "../../figures/release/make-figures.ts";
import { protectHere } from "../../figures/release/protect-here.ts";
import { verifyRelease } from "../../figures/release/verify-release.ts";
import { call } from "../../kernel/call.ts";
import { seedReleases } from "./seed-releases.ts";

const kernel = await createTestKernel();
const officer = await addMember(kernel, await addOrganization(kernel, { kind: "coordination_group" }), {
  duties: ["officer"],
});
await kernel.owner
  .update(person)
  .set({ email: "officer@group.example" })
  .where(eq(person.id, officer.personId));
await adoptDefinitions(kernel);

const seed = (maker: Maker = { protect: protectHere, parameters: { minContributors: 3, pPercent: 10 } }) =>
  seedReleases({
    owner: kernel.owner,
    app: kernel.app,
    worker: kernel.worker,
    maker,
    past: { quarters: 1, years: [], byQuarter: [], monthly: 0 },
  });

it("[RL12] the demo's past periods are released by the worker's own way, once, and add up", {
  timeout: 60_000,
}, async () => {
  const dying = { protect: () => Promise.reject(new Error("killed")), parameters: {} };
  await expect(seed(dying)).rejects.toThrow("killed");
  expect(await seed()).toBe(1);
  expect(await seed()).toBe(0);
  expect(await kernel.owner.$count(figureRelease)).toBe(1);
  const releases = await kernel.owner.select().from(figureRelease);
  for (const { id, state } of releases) {
    expect(state).toBe("frozen");
    const { checked, wrong } = await verifyRelease(kernel.worker, id);
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(50);
  }
  const series = await call(kernel.app, { kind: "anonymous" }, latestFigures, {});
  const [supply] = series.filter(({ indicator }) => indicator === "RES-01");
  expect(supply?.figures.map(({ period, status }) => [period, status])).toContainEqual([
    "2026Q2",
    "published",
  ]);
});
