import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { mutate, query } from "@lilink/test-exchange/call-api";
import { findFreePort } from "@lilink/test-exchange/find-free-port";
import { findAccount } from "@lilink/test-exchange/sign-in";
import { type Exchange, startExchange } from "@lilink/test-exchange/start-exchange";
import { unlimited } from "@lilink/test-exchange/unlimited";
import { type Collector, startCollector } from "../collector.ts";
import { gather, until } from "../crowd.ts";
import { withOwner } from "../inspect.ts";
import { contentOf } from "../journey.ts";
import { openWorld } from "../open-world.ts";
import { conclude, type Outcome, type World } from "../world.ts";

const NAME = "logs, metrics and traces";
const CROWD = 20;
const TOKEN = "hush-4711-token";
const ID = /[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-/;

/** What the product tells its operator ([OB1] to [OB4]): one trace from a request to its job, lines of JSON, and no secret. */
export async function watch(): Promise<Outcome> {
  const collector = await startCollector();
  const ports = [await findFreePort(), await findFreePort()];
  const exchange = await startExchange("watching", {
    RATE_LIMITS: unlimited,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    WEB_METRICS_PORT: String(ports[0]),
    METRICS_PORT: String(ports[1]),
  });
  try {
    return await trial(exchange, collector, ports);
  } finally {
    await exchange.stop();
    collector.stop();
  }
}

async function trial(exchange: Exchange, collector: Collector, ports: readonly number[]): Promise<Outcome> {
  const complaints: string[] = [];
  const world = await openWorld(exchange);
  const crowd = gather(world, "watched", CROWD);
  complaints.push(...(await crowd.over), ...(await provoke(exchange, world)));
  const outcome = await conclude(world, NAME, "watched-", crowd.journeys, []);
  const path = ["POST call", "posting.publish", "sql INSERT", "job posting.match", "posting.match"];
  const missing = () => missingFrom(collector, path);
  await until("one trace", () => missing().length === 0, 30_000).catch(() =>
    complaints.push(`no trace of a publication has ${missing().join(", ")}`),
  );
  const secrets = [TOKEN, ...(await listSecrets(exchange, world))];
  const tells = (where: string, text: string) => {
    for (const secret of secrets)
      if (text.includes(secret)) complaints.push(`${where} tells a secret: ${secret.slice(0, 12)}…`);
  };
  tells("a trace", collector.text());
  let lines = 0;
  for (const name of readdirSync(join(exchange.dataDir, "logs"))) {
    const text = readFileSync(join(exchange.dataDir, "logs", name), "utf8");
    tells(name, text);
    for (const line of text.trimEnd().split("\n")) {
      lines += 1;
      if (!isObject(line))
        complaints.push(`${name} has a line that is no JSON object: ${line.slice(0, 120)}`);
    }
  }
  for (const port of ports) {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    tells("a metric", text);
    if (ID.test(text)) complaints.push("a metric names an id");
    for (const name of [
      "lilink_pool_connections",
      "nodejs_eventloop_lag_seconds",
      "process_resident_memory_bytes",
    ])
      if (!text.includes(name)) complaints.push(`port ${port} has no ${name}`);
  }
  const web = await (await fetch(`http://127.0.0.1:${ports[0]}/metrics`)).text();
  if (!/lilink_http_request_seconds_count\{route="submit",method="POST",status="200"\} [1-9]/.test(web))
    complaints.push("the submissions are not counted");
  const figures = { spans: collector.spans().length, lines };
  return { ...outcome, complaints: [...outcome.complaints, ...complaints], figures };
}

/** Fills fields with a token and makes things fail that hold it. */
async function provoke({ url, dataDir, ownerUrl }: Exchange, { cast }: World): Promise<string[]> {
  const complaints: string[] = [];
  const [author] = cast.authors;
  if (!author) throw new Error("nobody writes");
  const content = {
    ...contentOf("watched token", `${TOKEN} stands here, at some length.`),
    price: TOKEN,
    customers: TOKEN,
  };
  await mutate(author.caller, "posting.create", { kind: author.kind, content, levels: {} });
  // A failure that nobody foresaw, with everything that was sent in its message.
  await withOwner(ownerUrl, (owner) =>
    owner.query("alter table posting_draft add constraint hush check (false) not valid"),
  );
  const failed = await mutate(author.caller, "posting.create", { kind: author.kind, content, levels: {} });
  await withOwner(ownerUrl, (owner) => owner.query("alter table posting_draft drop constraint hush"));
  if (failed.ok || failed.status !== 500)
    complaints.push(`a broken table answered ${JSON.stringify(failed)}`);
  const answered = await fetch(`${url}/api/v1/postings?q=${TOKEN}`, {
    headers: { authorization: `Bearer llk_${TOKEN}` },
  });
  if (!answered.headers.get("x-request-id")) complaints.push("an answer names no request");
  const { email } = findAccount(dataDir, "buyer@cathode.example");
  await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: url },
    body: new URLSearchParams({ email, password: TOKEN }),
  });
  await query(author.caller, "search.postings", { q: TOKEN });
  return complaints;
}

async function listSecrets({ dataDir }: Exchange, { cast }: World): Promise<string[]> {
  const { password } = findAccount(dataDir, "buyer@cathode.example");
  const kept = JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8")) as Record<string, string>;
  const cookies = [cast.officer, ...cast.authors.map(({ caller }) => caller)].map(({ cookie }) =>
    cookie.slice(-60),
  );
  return [password, ...Object.values(kept).filter((text) => text.length > 15), ...cookies];
}

function missingFrom(collector: Collector, path: readonly string[]): string[] {
  const spans = collector.spans();
  const traces = spans.filter(({ name }) => name === "posting.publish").map(({ traceId }) => traceId);
  const lacks = traces.map((trace) => {
    const names = new Set(spans.filter(({ traceId }) => traceId === trace).map(({ name }) => name));
    return path.filter((name) => !names.has(name));
  });
  return lacks.sort((a, b) => a.length - b.length)[0] ?? [...path];
}

function isObject(line: string): boolean {
  try {
    return typeof JSON.parse(line) === "object";
  } catch {
    return false;
  }
}
