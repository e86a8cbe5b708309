import { execFileSync } from "node:child_process";
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { mutate } from "@lilink/test-exchange/call-api";
import { type Exchange, startExchange } from "@lilink/test-exchange/start-exchange";
import { unlimited } from "@lilink/test-exchange/unlimited";
import { gather, until, untilReady } from "../crowd.ts";
import { contentOf, firstSummary, lastSummary } from "../journey.ts";
import { openWorld } from "../open-world.ts";
import { conclude, type Outcome, skip, type World } from "../world.ts";

const CROWD = 40;
const BACK_MS = 90_000;
const names = ["disk full: uploads", "disk full: logs", "disk full: database"] as const;

/** Each of three places runs full and gets room again ([F07]): a clear answer, what was saved stays, and all goes on. */
export async function fillDisks(): Promise<Outcome[]> {
  const probe = tryMount();
  if (probe !== null) return names.map((name) => skip(name, probe));
  const exchange = await startExchange("disk", { RATE_LIMITS: unlimited }, mountAll);
  try {
    const world = await openWorld(exchange);
    return [
      await fillUploads(exchange, world),
      await fillLogs(exchange, world),
      await fillData(exchange, world),
    ];
  } finally {
    await exchange.stop();
  }
}

function mount(folder: string, megabytes: number): void {
  mkdirSync(folder, { recursive: true });
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=755`, "lilink-faults", folder], {
    stdio: "pipe",
  });
}

function tryMount(): string | null {
  if (process.platform !== "linux" || process.getuid?.() !== 0)
    return "only root on Linux mounts a small disk";
  const folder = join(process.env.TMPDIR ?? "/dev/shm", `lilink-mount-${process.pid}`);
  try {
    mount(folder, 1);
    execFileSync("umount", [folder]);
    return null;
  } catch (error) {
    return `mount is not allowed here: ${String((error as { stderr?: unknown }).stderr ?? error).trim()}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function mountAll(dataDir: string): () => void {
  const mounted = [dataDir, join(dataDir, "files"), join(dataDir, "logs")];
  [700, 4, 2].forEach((size, index) => void mount(mounted[index] ?? "", size));
  return () => {
    for (const folder of mounted.reverse()) execFileSync("umount", [folder]);
  };
}

const ballastOf = (folder: string) => join(folder, "ballast");

/** Takes all the room there is, to the last byte. */
function fill(folder: string): void {
  const file = openSync(ballastOf(folder), "a");
  try {
    for (let size = 1 << 20; size > 0; ) {
      try {
        // tmpfs writes what still fits, and only then says that it is full.
        if (writeSync(file, Buffer.alloc(size)) < size) size >>= 1;
      } catch {
        size >>= 1;
      }
    }
  } finally {
    closeSync(file);
  }
}

const free = (folder: string) => rmSync(ballastOf(folder), { force: true });

async function fillUploads({ url, dataDir }: Exchange, world: World): Promise<Outcome> {
  const complaints: string[] = [];
  const folder = join(dataDir, "files");
  const author = world.cast.authors[0];
  if (!author) throw new Error("nobody uploads");
  const mark = "disk-files-draft";
  const content = contentOf(mark, firstSummary(mark));
  const made = await mutate<{ publicId: string }>(author.caller, "posting.create", {
    ...{ kind: author.kind, content, levels: {} },
  });
  if (!made.ok) throw new Error(`no draft: ${JSON.stringify(made)}`);
  const { publicId } = made.data;
  const before = countFiles(folder);
  fill(folder);
  const refused = await upload(url, author.caller.cookie, publicId);
  if (![503, 507].includes(refused.status) || refused.code !== "NO_SPACE" || refused.retryAfter === null)
    complaints.push(`an upload without room answered ${JSON.stringify(refused)}`);
  if (countFiles(folder) !== before) complaints.push("half a file stayed");
  const saved = await mutate(author.caller, "posting.saveDraft", {
    ...{ publicId, revision: 0, content: contentOf(mark, lastSummary(mark)), levels: {} },
  });
  if (!saved.ok) complaints.push(`the draft could not be saved: ${JSON.stringify(saved)}`);
  free(folder);
  const taken = await upload(url, author.caller.cookie, publicId);
  if (taken.status !== 201) complaints.push(`an upload with room again answered ${JSON.stringify(taken)}`);
  const fates = { create: "acknowledged", saveDraft: "acknowledged" } as const;
  const journey = {
    mark,
    author,
    fates: { ...fates, submit: "untried", publish: "untried", ask: "untried" },
  } as const;
  return conclude(world, names[0], mark, [journey], complaints, { refusedWith: refused.status });
}

/** Files of the product, and not what takes the room. */
function countFiles(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== "ballast",
  ).length;
}

async function upload(url: string, cookie: string, publicId: string) {
  const form = new FormData();
  form.set("kind", "posting");
  form.set("id", publicId);
  form.set(
    "file",
    new File([`%PDF-1.4\n${"0".repeat(50_000)}\n%%EOF`], "offer.pdf", { type: "application/pdf" }),
  );
  const response = await fetch(`${url}/api/files`, {
    method: "POST",
    body: form,
    headers: { cookie, origin: url },
  });
  const { code } = (await response.json().catch(() => ({ code: "unreadable" }))) as { code?: string };
  return { status: response.status, code, retryAfter: response.headers.get("retry-after") };
}

async function fillLogs(exchange: Exchange, world: World): Promise<Outcome> {
  const complaints: string[] = [];
  const folder = join(exchange.dataDir, "logs");
  const before = [exchange.pidOf("web"), exchange.pidOf("worker")];
  fill(folder);
  const crowd = gather(world, "disk-logs", CROWD);
  complaints.push(...(await crowd.over));
  if (crowd.acknowledged() < CROWD * 3) complaints.push("not everything was taken while the log was full");
  const outcome = await conclude(world, names[1], "disk-logs-", crowd.journeys, complaints);
  free(folder);
  const again = gather(world, "disk-logs-after", CROWD / 2);
  const late = [...(await again.over)];
  await until("the log goes on", () =>
    readFileSync(join(folder, "worker.log"), "utf8").includes('"dropped":'),
  );
  const now = [exchange.pidOf("web"), exchange.pidOf("worker")];
  if (String(now) !== String(before)) late.push("a process ended because its log was full");
  return { ...outcome, complaints: [...outcome.complaints, ...late] };
}

async function fillData(exchange: Exchange, world: World): Promise<Outcome> {
  const complaints: string[] = [];
  const folder = exchange.dataDir;
  const crowd = gather(world, "disk-data", CROWD);
  await until("acknowledgements", () => crowd.acknowledged() >= CROWD / 2);
  fill(folder);
  const during = gather(world, "disk-data-during", CROWD * 2);
  complaints.push(...(await crowd.over), ...(await during.over));
  const room = statfsSync(folder);
  free(folder);
  const backMs = await untilReady(exchange.url, BACK_MS);
  const after = gather(world, "disk-data-after", CROWD);
  complaints.push(...(await after.over));
  if (after.acknowledged() < CROWD * 3) complaints.push("not everything was taken when there was room again");
  const journeys = [...crowd.journeys, ...during.journeys, ...after.journeys];
  const figures = { blocksLeft: Number(room.bavail), takenWhileFull: during.acknowledged(), backMs };
  return conclude(world, names[2], "disk-data", journeys, complaints, figures);
}
