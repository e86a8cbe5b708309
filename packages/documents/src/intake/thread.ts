import { once } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import type { TableRow } from "@lilink/model/file";
import { FileRefusal } from "@lilink/model/file";
import { openTable } from "./open-table.ts";
import { packRows } from "./pack-rows.ts";
import type { ThreadInput, ThreadMessage } from "./thread-message.ts";

const rowsPerMessage = 500;
/** Pieces without a row that are passed over in silence; after them an empty message shows that the thread lives. */
const silentPieces = 50;

/** The reading thread: it has no connection, no secret and a small memory, and reads one file. */
async function run(
  port: NonNullable<typeof parentPort>,
  { bytes, name, limits }: ThreadInput,
): Promise<void> {
  const say = (message: ThreadMessage) => port.postMessage(message);
  const { pieces, ...table } = await openTable(bytes, name, limits);
  say({ say: "open", ...table });
  await once(port, "message");
  let rows: TableRow[] = [];
  let silent = 0;
  for await (const piece of pieces) {
    for (const row of piece) rows.push(row);
    silent += 1;
    if (rows.length < rowsPerMessage && silent < silentPieces) continue;
    say({ say: "rows", rows: packRows(rows) });
    rows = [];
    silent = 0;
    await once(port, "message");
  }
  if (rows.length > 0) {
    say({ say: "rows", rows: packRows(rows) });
    await once(port, "message");
  }
  say({ say: "end" });
}

if (parentPort) {
  const port = parentPort;
  run(port, workerData as ThreadInput)
    .catch((error: unknown) => {
      const { rule, params } = error instanceof FileRefusal ? error : new FileRefusal("damaged");
      port.postMessage({ say: "refused", rule, params } satisfies ThreadMessage);
    })
    .finally(() => port.close());
}
