import { createFundStage, type TestKernel } from "@lilink/services/testing";
import { expect } from "vitest";
import type { createRestClient } from "./rest.ts";

/** A program reads the projects of the fund: all, and the one that was started for it, whose id it tells `records`. [RE2] [PJ5] */
export async function reachProject(
  kernel: TestKernel,
  ask: ReturnType<typeof createRestClient>["ask"],
  key: string,
  records: Map<string, string>,
): Promise<void> {
  const now = kernel.app.clock();
  const { publicId } = await (await createFundStage(kernel)).startProject("basic");
  kernel.setNow(now);
  expect((await ask(key, "GET", "/projects")).body.items).toHaveLength(1);
  expect((await ask(key, "GET", `/projects/${publicId}`)).body).toMatchObject({
    cordis: expect.any(Object),
    raid: expect.any(Object),
  });
  records.set("fund.project", publicId);
}
