import { createPool, migrate, toDatabase } from "@lilink/db";
import { createOldDatabase } from "@lilink/db/testing";
import { afterAll, expect, it } from "vitest";
import { openDatabaseSource } from "./open-source.ts";
import { makeSigner, readPublicKey } from "./sign.ts";
import { verifyAudit } from "./verify.ts";

const { ownerUrl } = await createOldDatabase();
const pool = createPool({ url: ownerUrl, max: 2 });
afterAll(() => pool.end());

it("[AU1] the chains of a version before the baseline say the same after the upgrade", async () => {
  const publicKey = readPublicKey(makeSigner().publicKey);
  const verify = () => verifyAudit(openDatabaseSource(toDatabase(pool)), { publicKey });
  const before = await verify();
  expect(before).toMatchObject({ entries: { audit: 216, disclosure: 1 }, chains: 15 });
  await migrate(ownerUrl);
  expect(await verify()).toEqual(before);
});
