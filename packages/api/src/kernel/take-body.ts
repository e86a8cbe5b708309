import { LilinkError } from "@lilink/model/error";
import { type CallTerms, type Kernel, type Principal, spendAllowance } from "@lilink/services";
import { findJsonFault, type JsonBounds, jsonBounds } from "./tame-json.ts";

export const maxBodyBytes = 1_000_000;
/** Whoever is not signed in sends an address or a token and no more. */
const maxVisitorBytes = 64_000;
/** A body of this size costs less to parse than its allowance to look up. */
const smallBytes = 16_000;

type Sender = {
  readonly kernel: Kernel;
  readonly principal: Principal;
  readonly terms?: CallTerms | undefined;
};

/**
 * The bytes of a JSON body that may be parsed. A large one spends an allowance of its sender before any of it is read; what
 * is too large, nests too deep or counts too many is refused before it is parsed. [RA11]
 */
export async function takeBody(
  request: Request,
  sender: Sender,
  most = maxBodyBytes,
  bounds: JsonBounds = jsonBounds,
): Promise<Uint8Array<ArrayBuffer>> {
  const max = sender.principal.kind === "anonymous" ? maxVisitorBytes : most;
  const told = Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY);
  if (Number.isFinite(told) && told > max) throw new LilinkError("TOO_LARGE", { max });
  if (request.body && told > smallBytes) await spendChange(sender);
  const bytes = await readBytes(request, max);
  requireTameJson(bytes, bounds);
  return bytes;
}

/** Spends one change of the sender's allowance, before anything that they sent is read. [RA11] */
export function spendChange({ kernel, principal, terms }: Sender): Promise<void> {
  return spendAllowance(kernel, principal, "write", terms);
}

/** Refuses a JSON text that costs more than it can be worth. [RA11] */
export function requireTameJson(bytes: Uint8Array, bounds: JsonBounds = jsonBounds): void {
  const problem = findJsonFault(bytes, bounds);
  if (problem) throw badBody(problem);
}

function badBody(problem: string): LilinkError {
  return new LilinkError("INVALID_INPUT", {}, [{ field: "body", rule: "badFormat", params: { problem } }]);
}

async function readBytes(request: Request, max: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read().catch(() => {
      // Cut off before its end.
      throw badBody("notJson");
    });
    if (done) break;
    size += value.length;
    if (size > max) {
      await reader.cancel().catch(() => undefined);
      throw new LilinkError("TOO_LARGE", { max });
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}
