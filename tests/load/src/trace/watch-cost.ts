import { readdirSync, readFileSync } from "node:fs";
import pg from "pg";

/** What the work that was watched cost. */
type Cost = {
  readonly seconds: number;
  /** Time of the processor, in microseconds: of this process with all its threads, and of the database server with all its children. */
  readonly processorUs: number;
  readonly databaseUs: number;
  /** Memory of this process in megabytes, taken each second: its mean in the first and in the last third of the time, and the most. */
  readonly memoryMb: readonly [first: number, last: number, most: number];
};

const tickUs = 10_000;
const sampleMs = 1000;

/** Watches what the processor and the memory do until it is asked. The server is on this machine, which is a Linux. */
export async function watchCost(superUrl: string): Promise<() => Cost> {
  const server = await findServer(superUrl);
  const samples: number[] = [];
  const timer = setInterval(() => samples.push(process.memoryUsage().rss / 1e6), sampleMs);
  const [started, own, database] = [performance.now(), process.cpuUsage(), ticksOf(server)];
  return () => {
    clearInterval(timer);
    const { user, system } = process.cpuUsage(own);
    const third = Math.max(1, Math.floor(samples.length / 3));
    return {
      seconds: (performance.now() - started) / 1000,
      processorUs: user + system,
      databaseUs: (ticksOf(server) - database) * tickUs,
      memoryMb: [meanOf(samples.slice(0, third)), meanOf(samples.slice(-third)), Math.max(0, ...samples)],
    };
  };
}

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);

async function findServer(superUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  const { rows } = await client.query("select pg_read_file('postmaster.pid') as text");
  await client.end();
  return Number.parseInt(rows[0]?.text, 10);
}

/** Of a process and its children, those that have ended with it. */
function ticksOf(server: number): number {
  let ticks = 0;
  for (const name of readdirSync("/proc")) {
    const fields = /^\d+$/.test(name) ? readFields(name) : null;
    if (Number(name) === server) ticks += sumOf(fields?.slice(11, 15));
    else if (Number(fields?.[1]) === server) ticks += sumOf(fields?.slice(11, 13));
  }
  return ticks;
}

const sumOf = (fields: readonly string[] = []) => fields.reduce((sum, one) => sum + Number(one), 0);

/** The fields of `stat` from the state on; null where the process has just ended. */
function readFields(pid: string): readonly string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}
