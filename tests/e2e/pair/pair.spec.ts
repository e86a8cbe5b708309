import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Caller, mutate, query } from "@lilink/test-exchange/call-api";
import { findAccount, signIn, tryPassword } from "@lilink/test-exchange/sign-in";
import { expect, test } from "../fixtures.ts";
import { askDatabase, readPair } from "./read-pair.ts";

const contentOf = (title: string) => ({
  concept: "li2co3-batt",
  language: "en",
  title,
  summary: `${title}, at least 99.5 % pure.`,
  figures: [{ attribute: "purity", op: ">=", value: "99.5", unit: "mass %", hard: true }],
  volume: { amount: "1200", unit: "t/a", from: "2027-01-01", to: "2027-12-31" },
  region: "36",
  trl: 9,
  maturity: "bulk",
  cooperation: ["supply"],
});

async function signInAt(url: string, email: string): Promise<Caller> {
  return { url, cookie: await signIn(url, findAccount(readPair().first.dataDir, email)) };
}

/** The same person, asking the other instance. */
const at = ({ url }: { url: string }, { cookie }: Caller): Caller => ({ url, cookie });

async function draft(author: Caller, kind: "need" | "capability", title: string): Promise<string> {
  const made = await mutate<{ publicId: string }>(author, "posting.create", {
    ...{ kind, content: contentOf(title), levels: {} },
  });
  if (!made.ok) throw new Error(`posting.create: ${made.code}`);
  return made.data.publicId;
}

test("a sign-in at one instance holds at the other, and so does its end", async () => {
  const { first, second } = readPair();
  const here = await signInAt(first.url, "buyer@cathode.example");
  expect(await query(at(second, here), "session.list", {})).toMatchObject({ ok: true });
  expect(await mutate(at(second, here), "session.close", {})).toMatchObject({ ok: true });
  expect(await query(here, "session.list", {})).toMatchObject({ ok: false, code: "NOT_SIGNED_IN" });
});

test("wrong passwords are counted over both", async () => {
  const { first, second } = readPair();
  const guess = ({ url }: { url: string }) =>
    tryPassword(url, { email: "prof@university.example", password: "a guess" }, "203.0.113.77");
  for (const instance of [first, second, first, second, first])
    expect((await guess(instance)).refusal).toBe("refused");
  for (const instance of [second, first]) expect((await guess(instance)).refusal).toMatch(/^wait\.\d+$/);
});

test("of two that do the same at once, one at each instance, one does it", async () => {
  const { first, second } = readPair();
  const author = await signInAt(first.url, "buyer@cathode.example");
  for (let round = 1; round <= 5; round += 1) {
    const publicId = await draft(author, "need", `Twice at once ${round}`);
    const answers = await Promise.all(
      [first, second].map((instance) =>
        mutate(at(instance, author), "posting.submit", { publicId, acknowledgeDoubts: true }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  }
});

test("what a worker found is shown by the open pages of both, unasked", async ({ as }) => {
  const { first, second } = readPair();
  const buyer = await signInAt(first.url, "buyer@cathode.example");
  const seller = await signInAt(second.url, "admin@salt.example");
  const officer = await signInAt(second.url, "officer@group.example");
  const publish = async (author: Caller, kind: "need" | "capability", title: string) => {
    const publicId = await draft(author, kind, title);
    expect(await mutate(author, "posting.submit", { publicId, acknowledgeDoubts: true })).toMatchObject({
      ok: true,
    });
    expect(await mutate(officer, "posting.publish", { publicId })).toMatchObject({ ok: true });
    return publicId;
  };
  const need = await publish(buyer, "need", "Carbonate for two pages");
  const page = await as("buyer@cathode.example");
  const other = await page.context().newPage();
  const pages = [page, other];
  for (const [index, { url }] of [first, second].entries()) {
    await pages[index]?.goto(`${url}/postings/${need}/matches`);
    await pages[index]?.waitForLoadState("networkidle").catch(() => undefined);
  }
  // More than one job, so that neither worker can do them all by luck alone.
  await Promise.all([1, 2, 3, 4].map((n) => publish(seller, "capability", `Carbonate offered ${n}`)));
  for (const one of pages) await expect(one.getByText("Carbonate offered 4").first()).toBeVisible();
});

test("a scheduled job runs once, and both workers work", async () => {
  const { first, second, superuserUrl } = readPair();
  // Both workers look at the clock; the queue takes down once in a minute what is due each minute.
  const minutes = () =>
    askDatabase<{ minute: string; jobs: number }>(
      superuserUrl,
      `select date_trunc('minute', created_on)::text as minute, count(*)::int as jobs from pgboss.job
        where name = '__pgboss__send-it' and data ->> 'name' = 'mail.send' group by 1 order by 1`,
    );
  await expect.poll(async () => (await minutes()).length, { timeout: 150_000 }).toBeGreaterThan(1);
  for (const { minute, jobs } of await minutes()) expect(jobs, minute).toBe(1);
  for (const { dataDir } of [first, second])
    expect(readFileSync(join(dataDir, "logs/worker.log"), "utf8")).toContain("job done");
  const beats = await askDatabase<{ n: number }>(
    superuserUrl,
    "select count(*)::int as n from worker_beat where at > now() - interval '1 minute'",
  );
  expect(beats).toEqual([{ n: 2 }]);
});

test("all but LISTEN goes through the pooler", async () => {
  const { consoleUrl, superuserUrl } = readPair();
  const clients = await askDatabase<{ application_name: string; database: string }>(
    consoleUrl,
    "show clients",
  );
  const pooled = new Set(
    clients.filter(({ database }) => database === "lilink").map((client) => client.application_name),
  );
  expect(pooled).toEqual(new Set(["lilink-web", "lilink-worker", "lilink-jobs"]));
  const servers = await askDatabase<{ local_port: number }>(consoleUrl, "show servers");
  const ports = new Set(servers.map((server) => server.local_port));
  const backends = await askDatabase<{ client_port: number; application_name: string }>(
    superuserUrl,
    "select client_port, application_name from pg_stat_activity where usename like 'lilink%'",
  );
  const direct = backends.filter(({ client_port }) => !ports.has(client_port));
  expect(new Set(direct.map((one) => one.application_name))).toEqual(new Set(["lilink-listen"]));
});
