// npm run attacks: outsiders, rivals and curious officers against the built product. -- --only=<parts of names, by commas>,
// --fuzz=<hostile inputs for each procedure and operation> --seed=<number>
import { parseArgs } from "node:util";
import { startExchange } from "@lilink/test-exchange/start-exchange";
import { hookHost } from "./case/hooks.ts";
import { plantedBreaches } from "./case/planted.ts";
import { suites } from "./case/suites.ts";
import { client, startFakeProvider } from "./fake-provider.ts";
import type { Case, World } from "./world.ts";
import { openWorld } from "./world.ts";

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      only: { type: "string", default: "" },
      fuzz: { type: "string", default: "10" },
      seed: { type: "string", default: "20260115" },
    },
  });
  const provider = await startFakeProvider();
  const exchange = await startExchange("attacks", {
    ...{ OIDC_ISSUER: provider.issuer, OIDC_ID: client.id, OIDC_SECRET: client.secret },
    // The one host of this machine that a webhook may call; every other stays closed.
    WEBHOOK_TEST_HOSTS: hookHost,
  });
  let passed = 0;
  let failed = 0;
  const note = (name: string, error: unknown) => {
    if (error === null) passed += 1;
    else failed += 1;
    if (error !== null)
      console.error(`✗ ${name}: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
    else console.error(`✓ ${name}`);
  };
  try {
    const world = await openWorld(
      exchange,
      { inputs: Number(values.fuzz), seed: Number(values.seed) },
      provider,
    );
    // A harness that lets a planted breach pass would prove nothing by passing.
    for (const breach of plantedBreaches) {
      const missed = (await run(breach, world)) === null;
      note(`planted: ${breach.name}`, missed ? "a planted breach was not noticed" : null);
    }
    for (const one of suites.filter(({ name }) => values.only.split(",").some((part) => name.includes(part))))
      note(one.name, await run(one, world));
    await world.close();
  } finally {
    await exchange.stop();
    await provider.close();
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0;
}

async function run(one: Case, world: World): Promise<unknown> {
  try {
    await one.run(world);
    return null;
  } catch (error) {
    return error ?? "failed";
  }
}

process.exit((await main()) ? 0 : 1);
