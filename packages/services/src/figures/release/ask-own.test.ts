import { figureRelease, returnRound } from "@lilink/db/schema";
import { expect, it } from "vitest";
import { addRound, adoptDefinitions, createTestKernel } from "../../../testing/index.ts";
import { call, callJob } from "../../kernel/call.ts";
import { askOwn } from "./ask-own.ts";
import { listReleases } from "./list-releases.ts";
import { makeRelease } from "./make-release.ts";
import { protectHere } from "./protect-here.ts";

const kernel = await createTestKernel();
const { worker, owner } = kernel;
await adoptDefinitions(kernel);
const job = () => ({ id: worker.newId(), name: "release.own" });
const at = (day: string) => ({ ...worker, clock: () => new Date(`${day}T02:00:00Z`) });

it("[RL17] releases what the exchange counts of itself once, when it is due, and nothing that firms return", async () => {
  await addRound(kernel, "2026Q2");
  await addRound(kernel, "2026Q3");
  await addRound(kernel, "2025");
  expect(await callJob(at("2026-08-01"), job(), askOwn, {})).toEqual({ asked: 1 });
  expect(await callJob(at("2026-08-01"), job(), askOwn, {})).toEqual({ asked: 0 });
  const [first] = (await owner.select().from(figureRelease)).filter(({ period }) => period === "2026Q2");
  await makeRelease(
    at("2026-08-01"),
    job(),
    { releaseId: first?.id ?? "" },
    { protect: protectHere, parameters: {} },
  );
  const [made] = (await owner.select().from(figureRelease)).filter(({ period }) => period === "2026Q2");
  expect(made).toMatchObject({ state: "frozen", own: true, audience: "everyone", askedBy: null });
  const shown = Object.keys(made?.coverage ?? {});
  expect(shown).toEqual(expect.arrayContaining(["CHN-07", "CHN-08"]));
  expect(shown.every((indicator) => indicator.startsWith("CHN-"))).toBe(true);
  expect(await owner.$count(returnRound)).toBe(3);
});

it("[RL8] lists both kinds by their release day, the newest first, page by page", async () => {
  const [made] = await owner.select().from(figureRelease);
  if (!made) throw new Error("nothing was released");
  // Made later, released earlier; and the other way round.
  for (const [edition, createdAt, frozenAt] of [
    [8, "2026-09-01", "2026-07-01"],
    [9, "2026-06-01", "2026-10-01"],
  ] as const)
    await owner.insert(figureRelease).values({
      ...made,
      id: worker.newId(),
      publicId: worker.newPublicId(),
      edition,
      own: false,
      createdAt: new Date(createdAt),
      frozenAt: new Date(frozenAt),
    });
  const seen: [number, boolean][] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await call(kernel.app, { kind: "anonymous" }, listReleases, {
      limit: 1,
      ...(cursor ? { cursor } : {}),
    });
    seen.push(...page.items.map(({ edition, own }): [number, boolean] => [edition, own]));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual([
    [9, false],
    [made.edition, true],
    [8, false],
  ]);
});
