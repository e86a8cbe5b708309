import { engineVersion, outbox } from "@lilink/db/schema";
import { handWeights } from "@lilink/model/matching";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { adoptDefinitions, createTestKernel } from "../../../testing/index.ts";
import { decideVersion } from "../../exchange/engine/decide-version.ts";
import { learnVersion } from "../../exchange/engine/learn-version.ts";
import { listEngineVersions } from "../../exchange/engine/list-versions.ts";
import { call, callJob } from "../../kernel/call.ts";
import { seedDemo } from "./seed-demo.ts";

const kernel = await createTestKernel();
await adoptDefinitions(kernel);

it("[MT46] [MT47] the answers of the demo are enough for a version, which its secretary can adopt", {
  timeout: 180_000,
}, async () => {
  const people = await seedDemo({ owner: kernel.owner, app: kernel.app, passwordOf: (email) => email });
  const [job] = await kernel.owner.select().from(outbox).where(eq(outbox.name, "engine.learn"));
  expect(job?.runAt.getTime()).toBeGreaterThan(kernel.app.clock().getTime());
  const learned = await callJob(kernel.worker, { id: job?.id ?? "", name: "engine.learn" }, learnVersion, {});
  expect(learned).toMatchObject({ proposed: expect.stringMatching(/^learned-/), kinds: 1 });
  expect(learned?.report?.learned).toMatchObject({ accepted: 10, declined: 0, kinds: 1 });
  expect(learned?.report?.weights.length).toBeGreaterThan(0);
  const secretary = people?.find(({ email }) => email === "secretary@group.example");
  const principal = {
    kind: "member",
    personId: secretary?.personId ?? "",
    organizationId: secretary?.organizationId ?? "",
  } as const;
  const version = learned?.proposed ?? "";
  const before = await call(kernel.app, principal, listEngineVersions, {});
  expect([before.inUse, before.versions[0]?.state]).toEqual([handWeights.version, "proposed"]);
  await call(kernel.app, principal, decideVersion, {
    version,
    decision: "adopt",
    reason: "As the meeting of the group agreed.",
  });
  expect((await call(kernel.app, principal, listEngineVersions, {})).inUse).toBe(version);
  expect(await kernel.owner.$count(engineVersion)).toBe(1);
});
