import type { Principal } from "@lilink/db";
import { call, type ImportRow, type Kernel, recordVerbs } from "@lilink/services";
import { createRandom } from "../random.ts";
import { makeDeposit } from "./make-deposit.ts";
import type { Peer } from "./peer.ts";

const piece = 500;
/** Names of imported records begin here, behind those that stand already. */
const firstNumber = 1_000_000;

/** A file of new records through the verb, and the same file again; memory and processor time are this process's own. */
export async function measureImport(
  kernel: Kernel,
  officer: Principal,
  peer: Peer,
  count: number,
  seed: number,
) {
  const verb = recordVerbs.deposit?.import;
  if (!verb) throw new Error("there is no register of deposits");
  const take = async (task: string) => {
    const random = createRandom(seed + 2);
    const before = megabytes();
    let peak = before;
    const [start, used] = [performance.now(), process.cpuUsage()];
    const outcome = await call(kernel, officer, verb, {
      pieces: readRows(count, (number) => makeDeposit(random, number)),
      step: () => {
        peak = Math.max(peak, megabytes());
        return true;
      },
    });
    const seconds = (performance.now() - start) / 1000;
    const { state, created, unchanged } = outcome;
    const { user, system } = process.cpuUsage(used);
    return {
      ...{ task, engine: "lilink", n: count, state, created, unchanged },
      ...{ seconds: Math.round(seconds * 10) / 10, rowsPerSecond: Math.round(count / seconds) },
      ownProcessorSeconds: Math.round((user + system) / 100_000) / 10,
      ...{ megabytesBefore: before, megabytesPeak: peak },
    };
  };
  const byPeer = async () => {
    const random = createRandom(seed + 2);
    const [start, used] = [performance.now(), process.cpuUsage()];
    await peer.import(makeBatches(count, (number) => makeDeposit(random, number)));
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(used);
    return {
      ...{ task: "import, new rows", engine: "plain SQL", n: count },
      ...{ seconds: Math.round(seconds * 10) / 10, rowsPerSecond: Math.round(count / seconds) },
      ownProcessorSeconds: Math.round((user + system) / 100_000) / 10,
    };
  };
  return [await byPeer(), await take("import, new rows"), await take("import, the same file again")];
}

function* makeBatches(count: number, make: (number: number) => Record<string, unknown>) {
  for (let from = 0; from < count; from += 1000)
    yield Array.from({ length: Math.min(1000, count - from) }, (_, at) => make(firstNumber + from + at));
}

async function* readRows(
  count: number,
  make: (number: number) => Record<string, unknown>,
): AsyncGenerator<readonly ImportRow[]> {
  for (let from = 0; from < count; from += piece)
    yield Array.from({ length: Math.min(piece, count - from) }, (_, at) => ({
      row: from + at + 2,
      values: make(firstNumber + from + at),
      sources: [{ title: "a file" }],
      readings: {},
    }));
}

function megabytes(): number {
  return Math.round(process.memoryUsage.rss() / 1_000_000);
}
