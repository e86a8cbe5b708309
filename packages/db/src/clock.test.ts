import { expect, it } from "vitest";
import { createDatabaseClock } from "./clock.ts";

const DAY = 86_400_000;

function setUp(database: () => number) {
  let elapsed = 0;
  let asked = 0;
  const clock = createDatabaseClock(
    () => new Date(5 * DAY),
    () => elapsed,
  );
  const client = {
    query: async () => {
      asked += 1;
      elapsed += 40;
      return { rows: [{ ms: database() }] };
    },
  };
  const trueUp = () => clock.trueUp(client as unknown as Parameters<typeof clock.trueUp>[0]);
  return { clock, trueUp, pass: (ms: number) => (elapsed += ms), asked: () => asked };
}

it("[OB6] is the database's time once it was asked, though the machine is a day off", async () => {
  const { clock, trueUp, pass } = setUp(() => 4 * DAY);
  expect(clock.now().getTime()).toBe(5 * DAY);
  expect(await trueUp()).toBe(true);
  expect(clock.now().getTime()).toBe(4 * DAY + 20);
  pass(1000);
  expect(clock.now().getTime()).toBe(4 * DAY + 1020);
});

it("[OB6] asks again after a minute, and not before", async () => {
  const { trueUp, pass, asked } = setUp(() => 4 * DAY);
  await trueUp();
  pass(59_000);
  expect(await trueUp()).toBe(false);
  pass(1001);
  expect(await trueUp()).toBe(true);
  expect(asked()).toBe(2);
});
