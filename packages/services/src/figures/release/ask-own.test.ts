import { figureRelease, returnRound } from "@lilink/db/schema";
import { expect, it } from "vitest";
import { addRound, adoptDefinitions, createTestKernel } from "../../../testing/index.ts";
import { callJob } from "../../kernel/call.ts";
import { askOwn } from "./ask-own.ts";
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
