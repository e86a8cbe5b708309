import { expect, it } from "vitest";
import { createTestKernel } from "../../testing/index.ts";
import { callJob } from "../kernel/call.ts";
import { seedRecords } from "./seed-records.ts";

const kernel = await createTestKernel();
const seed = () => callJob(kernel.worker, { id: kernel.app.newId(), name: "record.seed" }, seedRecords, {});
const countDeposits = () => kernel.ownerRows("select count(*)::int as count from deposit");

it("[RG9] what comes with the product is put in once, also where an older version named it otherwise", async () => {
  expect((await seed())?.seeded).toBeGreaterThan(200);
  const [before] = await countDeposits();
  const older = `update deposit set key = replace(key, '宁都', 'ningdu'), title_zh = null where title_en = 'Ningdu' returning title_zh`;
  expect(await kernel.ownerRows(older)).toHaveLength(1);
  expect(await seed()).toEqual({ seeded: 0 });
  expect(await countDeposits()).toEqual([before]);
  expect(await kernel.ownerRows("select title_zh from deposit where title_en = 'Ningdu'")).toEqual([
    { title_zh: null },
  ]);
});
