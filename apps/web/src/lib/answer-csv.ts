import { type CsvCell, toCsv } from "@lilink/documents";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { attachmentOf } from "./content-disposition.ts";
import { log } from "./log.ts";

export type CsvTable = {
  /** What the file is called, without its ending. */
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
};

/** Answers a table as a file to store, or the status of what its reading threw. */
export async function answerCsv(read: () => Promise<CsvTable>): Promise<Response> {
  try {
    const { name, head, rows } = await read();
    return new Response(toCsv(head, rows), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": attachmentOf(`${name}.csv`),
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    const status = error instanceof TRPCError ? getHTTPStatusCodeFromError(error) : 500;
    if (!(error instanceof TRPCError)) log.error({ err: error }, "a table could not be made");
    return new Response(null, { status });
  }
}
