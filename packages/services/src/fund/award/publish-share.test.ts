import { observation, series } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { createFundStage } from "../../../testing/index.ts";
import { call, callJob } from "../../kernel/call.ts";
import { endPayment, orderPayment } from "./pay.ts";
import { basicShareSeries, publishFundShare } from "./publish-share.ts";

const { kernel, app, officer, second, startProject } = await createFundStage();
const publish = () => callJob(kernel.worker, { id: app.newId(), name: "fund.publish" }, publishFundShare, {});

it("[FU28] the share of basic research in what was paid is published of years that are over", async () => {
  for (const [researchClass, amount] of [
    ["basic", 30],
    ["applied", 90],
  ] as const) {
    const { publicId } = await startProject(researchClass);
    await call(app, officer.principal, orderPayment, { publicId, amount, note: "" });
    const [row] = (await kernel.ownerRows(
      "select public_id from fund_payment where state = 'ordered'",
    )) as unknown as {
      public_id: string;
    }[];
    await call(app, second.principal, endPayment, { publicId: row?.public_id ?? "", step: "release" });
  }
  expect(await publish()).toMatchObject({ figures: 0 });
  kernel.setNow(new Date("2027-01-10T02:00:00Z"));
  expect(await publish()).toMatchObject({ added: [basicShareSeries.code], figures: 1 });
  const rows = await kernel.owner
    .select({ period: observation.period, value: observation.value })
    .from(observation)
    .innerJoin(series, eq(series.id, observation.seriesId))
    .where(eq(series.code, basicShareSeries.code));
  expect(rows.map(({ period, value }) => [period, Number(value)])).toEqual([["2026", 25]]);
});
