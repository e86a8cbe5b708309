import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { askRelease, call, listFigures } from "@lilink/services";
import {
  addDefinition,
  addOfficer,
  addOrganization,
  addRound,
  createTestKernel,
  sampleComponent,
} from "@lilink/services/testing";
import { build } from "esbuild";
import { pino } from "pino";
import { afterAll, describe, expect, it } from "vitest";
import { createReleaseHandler } from "./release-handler.ts";

// Told apart from any other figure of the product, so that it can be sought everywhere.
const parameters = { minContributors: 4, dominance: { n: 3, kPercent: 87.654321 }, pPercent: 12.3456789 };
const folder = mkdtempSync(join(tmpdir(), "lilink-release-"));
const file = join(folder, "disclosure.json");
writeFileSync(file, JSON.stringify(parameters), { mode: 0o600 });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const kernel = await createTestKernel();
const officer = await addOfficer(kernel);
await addDefinition(kernel, "TST-01", { components: [sampleComponent("output")] });
const lines: string[] = [];
const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
const newJob = () => ({ id: kernel.app.newId(), name: "release.make" });
// Beside the worker's own modules, for the solver stays outside the bundle.
const built = mkdtempSync(join(import.meta.dirname, "../../node_modules/.thread-"));
afterAll(() => rmSync(built, { recursive: true, force: true }));
const thread = pathToFileURL(join(built, "protect-thread.mjs"));
await build({
  entryPoints: [join(import.meta.dirname, "protect-thread.ts")],
  outfile: fileURLToPath(thread),
  bundle: true,
  platform: "node",
  format: "esm",
  external: ["highs"],
});
const handlerOf = (given: string | undefined, worker = kernel.worker) =>
  createReleaseHandler(worker, { file: given, thread, log });

async function ask(period: string, values: readonly string[]) {
  const round = await addRound(kernel, period);
  for (const value of values)
    await round.file(await addOrganization(kernel), [{ component: "output", value }], {
      indicators: ["TST-01"],
    });
  const asked = await call(kernel.app, officer.principal, askRelease, {
    round: round.publicId,
    audience: "everyone",
  });
  return { ...round, release: asked };
}
const read = async (text: string, ...values: readonly unknown[]) =>
  (await kernel.worker.pool.query<Record<string, string>>(text, [...values])).rows;
const stateOf = async (id: string) => (await read("select * from figure_release where id = $1", id))[0];
const countOf = async (from: string, id: string) =>
  Number((await read(`select count(*) as n from ${from} = $1`, id))[0]?.n);

describe("the job that makes a release", { timeout: 60_000 }, () => {
  it("[RL4] makes it once, however often it is delivered, and locks what it was made from", async () => {
    const { release, id } = await ask("2025Q1", ["10", "11", "12", "13", "14", "15"]);
    const job = newJob();
    await Promise.all([1, 2].map(() => handlerOf(file)({ releaseId: release.id }, job)));
    await handlerOf(file)({ releaseId: release.id }, newJob());
    expect(await stateOf(release.id)).toMatchObject({ state: "frozen", edition: 1 });
    expect(await countOf("release_source where release_id", release.id)).toBe(6);
    expect(await read("select distinct state from return_form where round_id = $1", id)).toEqual([
      { state: "locked" },
    ]);
    const { items } = await call(kernel.app, { kind: "anonymous" }, listFigures, {
      publicId: release.publicId,
    });
    expect(items.find(({ dimensions }) => dimensions.length === 0)).toMatchObject({ value: "75" });
  });

  it("[RL4] a making that dies leaves nothing, and the next begins from the start", async () => {
    const { release } = await ask("2025Q2", ["10", "11", "12", "13", "14", "15"]);
    const dying = {
      ...kernel.worker,
      newId: () => {
        throw new Error("killed");
      },
    };
    const job = newJob();
    await expect(handlerOf(file, dying)({ releaseId: release.id }, job)).rejects.toThrow();
    expect(await stateOf(release.id)).toMatchObject({ state: "making" });
    expect(await countOf("figure_cell where release_id", release.id)).toBe(0);
    expect(await countOf("job_done where job_id", job.id)).toBe(0);
    await handlerOf(file)({ releaseId: release.id }, job);
    expect(await stateOf(release.id)).toMatchObject({ state: "frozen" });
  });

  it("[RL4] nobody changes a frozen release, not even the worker", async () => {
    const worker = kernel.worker.pool;
    for (const statement of [
      "update figure_cell set value = 1",
      "delete from figure_cell",
      "delete from release_source",
      "update figure_release set period = '1999'",
    ])
      await expect(worker.query(statement), statement).rejects.toThrow(/permission denied/);
    const { rowCount } = await worker.query("update figure_release set state = 'making'");
    expect(rowCount).toBe(0);
    const [cell] = await read("select id from figure_cell limit 1");
    await expect(
      worker.query(
        `insert into figure_cell select (jsonb_populate_record(f, '{"id": "${kernel.app.newId()}", "measure": "x"}')).* from figure_cell f where id = $1`,
        [cell?.id],
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it("[RL11] fails without parameters in one line for the operator, and again when they may be read by others", async () => {
    const { release } = await ask("2025Q3", ["10", "11", "12"]);
    lines.length = 0;
    await expect(handlerOf(undefined)({ releaseId: release.id }, newJob())).rejects.toThrow();
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual([
      expect.stringMatching(/^DISCLOSURE_FILE is not set/),
    ]);
    chmodSync(file, 0o644);
    await expect(handlerOf(file)({ releaseId: release.id }, newJob())).rejects.toThrow(
      /may be read by others/,
    );
    chmodSync(file, 0o600);
    expect(await stateOf(release.id)).toMatchObject({ state: "making" });
    await handlerOf(file)({ releaseId: release.id }, newJob());
    expect(await stateOf(release.id)).toMatchObject({ state: "frozen" });
  });

  it("[RL11] the parameters are in no row, answer or line", async () => {
    const secrets = [/87\.654/, /12\.3456/, /minContributors|kPercent|pPercent/];
    const { rows } = await kernel.owner.execute<{ found: string }>(
      "select query_to_xml(format('select * from %I', table_name), true, false, '')::text as found from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    );
    const { items } = await call(kernel.app, officer.principal, listFigures, {
      publicId: (await read("select public_id from figure_release"))[0]?.public_id ?? "",
    });
    const told = [...rows.map(({ found }) => found), JSON.stringify(items), ...lines].join("\n");
    expect(told.length).toBeGreaterThan(1000);
    for (const secret of secrets) expect(told).not.toMatch(secret);
  });
});
