import { defaultRates } from "@lilink/contract/config";
import { rateBucket, readingDay } from "@lilink/db/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  asRaw,
  createTestKernel,
  type TestMember,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { loadQuotas } from "./load-quotas.ts";
import { toBucketQuota } from "./to-bucket-quota.ts";

const now = new Date("2026-11-24T02:00:00Z");
const kernel = await createTestKernel(now);
const firm = await addOrganization(kernel);
const other = await addOrganization(kernel);
const admin = await addMember(kernel, firm);
const editor = await addMember(kernel, firm, { role: "editor" });
const rival = await addMember(kernel, other);
const load = async (who: TestMember) => (await call(kernel.app, who.principal, loadQuotas, {})).quotas;
const find = async (who: TestMember, name: string, of = "organization") =>
  (await load(who)).find((one) => one.name === name && one.of === of);

describe("quotas", () => {
  it("[RA13] tells what is used of a bucket and when it is whole again", async () => {
    await kernel.owner
      .insert(rateBucket)
      .values({ key: `interest organization ${firm.id}`, tokens: 150, at: now });
    expect(await find(admin, "interest")).toMatchObject({
      used: 50,
      most: 200,
      renewsAt: new Date("2026-11-24T08:00:00Z"),
    });
    // Half of it is back after half the time, without a row being written.
    kernel.setNow(new Date("2026-11-24T05:00:00Z"));
    expect(await find(admin, "interest")).toMatchObject({ used: 25 });
    kernel.setNow(now);
    expect(await find(admin, "interest", "person")).toMatchObject({ used: 0, renewsAt: null });
    expect(await find(rival, "interest")).toMatchObject({ used: 0 });
  });

  it("[RA13] tells the readings of today, of the own organization alone", async () => {
    const subject = () => kernel.app.newId();
    await kernel.owner.insert(readingDay).values([
      { organizationId: firm.id, day: "2026-11-24", kind: "posting", subjectId: subject() },
      { organizationId: firm.id, day: "2026-11-24", kind: "posting", subjectId: subject() },
      { organizationId: firm.id, day: "2026-11-23", kind: "posting", subjectId: subject() },
      { organizationId: other.id, day: "2026-11-24", kind: "posting", subjectId: subject() },
    ]);
    expect(await find(editor, "readPostings")).toMatchObject({
      used: 2,
      most: 4 * (defaultRates.reading.organization?.count ?? 0),
      noticed: 500,
      renewsAt: new Date("2026-11-24T15:59:59.999Z"),
    });
    expect(await find(editor, "readOrganizations")).toMatchObject({ used: 0 });
  });

  it("[RA13] tells administrators of keys and the like, and nobody of a rival's buckets", async () => {
    const names = async (who: TestMember) => new Set((await load(who)).map(({ name }) => name));
    expect(await names(admin)).toContain("keys");
    expect(await names(editor)).not.toContain("keys");
    expect(await names(editor)).toContain("storage");
    expect(await asRaw(kernel, rival, "select key from rate_bucket")).toBe("42501");
    const tokens = `select 1 from app.own_tokens(array['interest organization ${firm.id}'], array[200.0], array[86400.0], now()) t where t.tokens is not null`;
    expect(await asRaw(kernel, rival, tokens)).toBe("nothing");
    expect(await asRaw(kernel, admin, tokens)).toBe("done");
  });

  it("[RA13] a bucket that is watched second by second is whole when it was said", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 7200 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (count, seconds, share) => {
          const tokens = count * share;
          const quota = toBucketQuota({ count, seconds }, tokens, now);
          expect(quota.used).toBe(Math.ceil(count - tokens));
          let left = tokens;
          let passed = 0;
          while (left < count - 1e-6) {
            left = Math.min(count, left + count / seconds);
            passed += 1;
          }
          const said = quota.renewsAt ? (quota.renewsAt.getTime() - now.getTime()) / 1000 : 0;
          expect(Math.abs(said - passed)).toBeLessThanOrEqual(1.001);
        },
      ),
    );
  });
});
