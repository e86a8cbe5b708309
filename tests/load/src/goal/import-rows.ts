import { buffer } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { writeWorkbook } from "@lilink/documents";
import { type Caller, query } from "@lilink/test-exchange/call-api";

type Item = { readonly publicId: string; readonly sheet: string; readonly state: string };
type Import = { readonly state: string; readonly rowsDone: number; readonly faults: number };
type Megabytes = () => number | null;

const sheetName = "smelting.quarterly";
const patienceMs = 600_000;

/** A workbook of figures of one component, one for each of so many plants; every third cannot be read where it is `faulty`. */
function makeRows(count: number, faulty: boolean): Promise<Buffer> {
  const columns = ["component", "site", "lithium_salt", "salt_route", "unit", "value"].map((header) => ({
    header,
    kind: header === "value" ? ("decimal" as const) : ("text" as const),
  }));
  const rows = Array.from({ length: count }, (_, at) => {
    const value = faulty && at % 3 === 0 ? "1,23" : `${at}.5`;
    return ["lithium_salt_output", `plant ${at}`, "li2co3-batt", "spodumene", "t LCE", value];
  });
  return buffer(writeWorkbook([{ name: "figures", columns, rows }]));
}

/** From the sending of a file until the person is told what became of it, with the worker's memory before and at its peak. */
export async function importRows(filer: Caller, count: number, faulty: boolean, megabytes: Megabytes) {
  const publicId = await findOpen(filer);
  const bytes = await makeRows(count, faulty);
  const before = megabytes();
  const start = performance.now();
  const form = new FormData();
  form.set("id", publicId);
  form.set("replace", "yes");
  form.set("file", new File([new Uint8Array(bytes)], "figures.xlsx"));
  const sent = await fetch(`${filer.url}/api/returns/import`, {
    method: "POST",
    body: form,
    headers: { cookie: filer.cookie, origin: filer.url },
  });
  if (!sent.ok) throw new Error(`the file was refused: ${sent.status} ${await sent.text()}`);
  let peak = before ?? 0;
  let seen = 0;
  for (let last = -1; ; ) {
    await pause(100);
    peak = Math.max(peak, megabytes() ?? 0);
    const answer = await query<{ items: readonly Import[] }>(filer, "return.listImports", { publicId });
    const [newest] = answer.ok ? answer.data.items : [];
    if (newest && newest.rowsDone > last) {
      seen += 1;
      last = newest.rowsDone;
    }
    const ms = performance.now() - start;
    if (newest && !["waiting", "running"].includes(newest.state))
      return {
        state: newest.state,
        faults: newest.faults,
        seconds: Math.round(ms / 100) / 10,
        rowsPerSecond: Math.round((count / ms) * 1000),
        stepsSeen: seen,
        workerMb: before,
        workerPeakMb: peak,
      };
    if (ms > patienceMs) throw new Error("the import came to no end");
  }
}

/** The template of the same return, with all that stands in it, and the web process's memory before and at its peak. */
export async function exportRows(filer: Caller, megabytes: Megabytes) {
  const publicId = await findOpen(filer);
  const before = megabytes();
  let peak = before ?? 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, megabytes() ?? 0);
  }, 50);
  const start = performance.now();
  const answer = await fetch(`${filer.url}/api/export/return-template?return=${publicId}&locale=en`, {
    headers: { cookie: filer.cookie },
  });
  const size = (await answer.arrayBuffer()).byteLength;
  clearInterval(timer);
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  return {
    status: answer.status,
    seconds,
    kilobytes: Math.round(size / 1000),
    webMb: before,
    webPeakMb: peak,
  };
}

async function findOpen(filer: Caller): Promise<string> {
  const answer = await query<{ items: readonly Item[] }>(filer, "return.list", {});
  const found = answer.ok
    ? answer.data.items.find(
        ({ sheet, state }) => sheet === sheetName && ["open", "draft", "queried"].includes(state),
      )
    : undefined;
  if (!found) throw new Error(`no return of ${sheetName} is open for typing`);
  return found.publicId;
}
