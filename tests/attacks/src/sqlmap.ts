// npm run sqlmap: sqlmap at level 3 against the built product on this machine. -- --seconds=<at most, for each address>
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startExchange } from "@lilink/test-exchange/start-exchange";
import { unlimited } from "@lilink/test-exchange/unlimited";
import { startFakeProvider } from "./fake-provider.ts";
import { mustMutate } from "./must.ts";
import { openWorld, type World } from "./world.ts";

type Target = { readonly address: string; readonly args?: readonly string[]; readonly headers?: boolean };

/** Addresses whose every parameter is tried; a star stands where something in a path or a body is. */
function listTargets({ url, who, planted }: World, key: string): Target[] {
  const api = `${url}/api/v1`;
  const asKey = [`--header=Authorization: Bearer ${key}`];
  const asBuyer = [`--cookie=${who.buyer.cookie}`, `--header=Origin: ${url}`];
  const input = (value: string) => encodeURIComponent(value).replaceAll("STAR", "*");
  return [
    {
      address: `${api}/postings?q=cathode&kind=need&concept=ncm811&region=36&sort=newest&limit=5`,
      headers: true,
    },
    { address: `${api}/organizations?q=li&kind=enterprise&link=materials&province=36&limit=5` },
    { address: `${api}/concepts?q=lithium&link=smelting&limit=5` },
    { address: `${api}/concepts/ncm811*` },
    { address: `${api}/figures?indicator=MAT-01&measures=all` },
    { address: `${api}/postings/${planted.live}*` },
    { address: `${api}/own/postings?states=published&limit=5`, args: asKey },
    { address: `${api}/introductions?side=asked&state=accepted&limit=5`, args: asKey },
    { address: `${api}/postings/${planted.live}/why-not?other=${planted.rivalNeed}`, args: asKey },
    { address: `${url}/api/export/posting?q=cathode&concept=ncm811&locale=en` },
    { address: `${url}/en/postings?q=cathode&link=materials&region=36&sort=newest` },
    { address: `${url}/api/trpc/search.jump?input=${input('{"json":{"q":"cathodeSTAR"}}')}` },
    {
      address: `${url}/api/trpc/audit.list?input=${input('{"json":{"action":"posting.createSTAR"}}')}`,
      args: asBuyer,
    },
    {
      address: `${url}/api/trpc/search.save`,
      args: [
        ...asBuyer,
        "--method=POST",
        "--header=Content-Type: application/json",
        '--data={"json":{"name":"mine*","query":"q=cathode*"}}',
      ],
    },
  ];
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { seconds: { type: "string", default: "60" } } });
  if (spawnSync("sqlmap", ["--version"]).status !== 0) {
    console.log("skipped: there is no sqlmap here; Debian has it (apt-get install sqlmap)");
    return true;
  }
  const folder = mkdtempSync(join(tmpdir(), "lilink-sqlmap-"));
  const provider = await startFakeProvider();
  const exchange = await startExchange("sqlmap", { RATE_LIMITS: unlimited });
  let [requests, findings, errors] = [0, 0, 0];
  let targets: Target[] = [];
  try {
    const world = await openWorld(exchange, { inputs: 0, seed: 0 }, provider);
    const { key } = await mustMutate<{ key: string }>(world.who.buyer, "key.create", {
      name: "sqlmap",
      scopes: ["postings:read", "matches:read", "introductions:read", "organizations:read", "goals:read"],
    });
    targets = listTargets(world, key);
    for (const [at, target] of targets.entries()) {
      const traffic = join(folder, `${at}.txt`);
      const told = await run(target, folder, traffic, values.seconds);
      const sent = readFileSync(traffic, "utf8");
      const count = sent.match(/^HTTP request \[#/gm)?.length ?? 0;
      const failed = sent.match(/^HTTP response \[#\d+\] \(5\d\d/gm)?.length ?? 0;
      const found = /identified the following injection point|is vulnerable/.test(told);
      requests += count;
      errors += failed;
      if (found) findings += 1;
      console.error(
        `${found ? "✗" : "✓"} ${target.address.replace(exchange.url, "")}: ${count} requests, ${failed} × 5xx`,
      );
      if (found) console.error(told.slice(-3000));
    }
    await world.close();
  } finally {
    await exchange.stop();
    await provider.close();
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(JSON.stringify({ addresses: targets.length, requests, serverErrors: errors, findings }));
  return findings === 0 && errors === 0;
}

function run(
  { address, args = [], headers = false }: Target,
  folder: string,
  traffic: string,
  seconds: string,
): Promise<string> {
  const given = [
    ...["-u", address, "--batch", "--level=3", "--risk=1", "--dbms=PostgreSQL", "--threads=2"],
    ...[
      "--timeout=15",
      "--retries=1",
      "--time-sec=3",
      "--flush-session",
      "--disable-coloring",
      "--ignore-code=*",
    ],
    ...[`--time-limit=${seconds}`, `--output-dir=${folder}`, "-t", traffic],
    ...(headers ? [] : ["--skip=user-agent,referer,host,cookie"]),
    ...args,
  ];
  return new Promise((resolve, reject) => {
    const child = spawn("sqlmap", given, { stdio: ["ignore", "pipe", "inherit"] });
    let told = "";
    child.stdout.on("data", (chunk: Buffer) => (told += chunk.toString()));
    child.on("error", reject);
    child.on("close", () => resolve(told));
  });
}

process.exit((await main()) ? 0 : 1);
