import { observation, series } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  createTestKernel,
  publishRecord,
  type TestMember,
} from "../../../testing/index.ts";
import { callJob } from "../../kernel/call.ts";
import { abroadSeries, publishAbroad } from "./publish-abroad.ts";

const kernel = await createTestKernel();
const { officer } = await addOffice(kernel);
const publish = () =>
  callJob(kernel.worker, { id: kernel.app.newId(), name: "supply.publishAbroad" }, publishAbroad, {});

let mark = 0;
async function addProject(owner: TestMember, country: string, stage: string): Promise<void> {
  mark += 1;
  const values = {
    ...{ name: { zh: `项目${mark}`, en: `Project ${mark}` }, country, type: "spodumene", stage },
    capacity: { value: "1000", low: null, high: null, unit: "t LCE/a", basis: null },
    ...{ countedBy: "equity", equity: 40 },
  };
  await publishRecord(kernel, "overseasProject", owner, values, [
    ["submit", owner],
    ["publish", officer],
  ]);
}

const readRows = async (code: string) =>
  (
    await kernel.owner
      .select({ region: observation.region, period: observation.period, value: observation.value })
      .from(observation)
      .innerJoin(series, eq(series.id, observation.seriesId))
      .where(eq(series.code, code))
      .orderBy(observation.region, observation.period)
  ).map(({ region, period, value }) => [region, period, Number(value)]);

it("[OP3] counts projects that go on each month; of shares nothing is told before ten firms and a new year", async () => {
  kernel.setNow(new Date("2026-11-01T02:00:00Z"));
  expect(await publish()).toMatchObject({ figures: 0 });
  const owners: TestMember[] = [];
  for (let at = 0; at < 10; at += 1)
    owners.push(
      await addMember(kernel, await addOrganization(kernel, { links: ["resource"] }), { role: "editor" }),
    );
  const [first, ...others] = owners as [TestMember, ...TestMember[]];
  await addProject(first, "ZW", "producing");
  await addProject(first, "ZW", "exploration");
  await addProject(first, "AR", "exited");
  expect(await publish()).toMatchObject({ added: [abroadSeries.projects.code], figures: 2 });
  expect(await readRows(abroadSeries.projects.code)).toEqual([
    ["WLD", "2026", 2],
    ["ZW", "2026", 2],
  ]);
  for (const owner of others) await addProject(owner, "AU", "producing");
  kernel.setNow(new Date("2026-12-01T02:00:00Z"));
  await publish();
  expect(await readRows(abroadSeries.equity.code)).toEqual([]);
  kernel.setNow(new Date("2027-01-01T02:00:00Z"));
  expect((await publish())?.added).toEqual([abroadSeries.projects.code, abroadSeries.equity.code]);
  expect(await readRows(abroadSeries.equity.code)).toEqual([["WLD", "2026", 4000]]);
});
