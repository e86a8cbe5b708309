import { Readable } from "node:stream";
import { getHTTPStatusCodeFromError, TRPCError } from "@lilink/api";
import { attachmentOf } from "./content-disposition.ts";
import { log } from "./log.ts";

export type AnswerFile = {
  readonly name: string;
  readonly type: string;
  readonly body: Readable | Uint8Array;
};

export const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Answers a file to be stored, never to be shown as a page of ours, or the status of what its making threw. */
export async function answerFile(make: () => Promise<AnswerFile>): Promise<Response> {
  try {
    const { name, type, body } = await make();
    const content =
      body instanceof Readable ? (Readable.toWeb(body) as ReadableStream<Uint8Array>) : new Uint8Array(body);
    return new Response(content, {
      headers: {
        "content-type": type,
        ...(body instanceof Readable ? {} : { "content-length": String(body.byteLength) }),
        "content-disposition": attachmentOf(name),
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; sandbox",
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    const status = error instanceof TRPCError ? getHTTPStatusCodeFromError(error) : 500;
    if (!(error instanceof TRPCError)) log.error({ err: error }, "a file could not be made");
    return new Response(null, { status });
  }
}
