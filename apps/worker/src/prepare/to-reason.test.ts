import { ConfigError } from "@lilink/contract/config";
import { createTestDatabase } from "@lilink/db/testing";
import { expect, it } from "vitest";
import { checkRole } from "./check-roles.ts";
import { toReason } from "./to-reason.ts";

const database = await createTestDatabase();

const reasonFor = (url: string) => checkRole("DATABASE_URL", url).then(() => "fine", toReason);

it("an unusable address is told in one line, without its password", async () => {
  const wrong = new URL(database.appUrl);
  wrong.password = "hush";
  expect(await reasonFor(wrong.href)).toMatch(/refuses the name or the password\.$/);
  wrong.port = "1";
  expect(await reasonFor(wrong.href)).toMatch(/no database server answers there\.$/);
  expect(await reasonFor(`${database.appUrl}-gone`)).toMatch(/has no such database\.$/);
  expect(toReason(new ConfigError(["PORT is odd"]))).toBe("The configuration is not usable: PORT is odd.");
});

it("a role that row security does not bind is refused", async () => {
  expect(await reasonFor(database.appUrl)).toBe("fine");
  expect(await reasonFor(database.workerUrl)).toBe("fine");
  expect(await reasonFor(database.ownerUrl)).toMatch(/lilink_owner, which owns the tables/);
});
