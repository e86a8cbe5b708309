import { getHTTPStatusCodeFromError, spendChange, toPublicError, toTrpcError } from "@lilink/api";
import { maxFileBytes } from "@lilink/contract";
import { LilinkError, toInputError } from "@lilink/model/error";
import { auth, runtime } from "#lib/runtime.ts";
import { sourceOf } from "#lib/source.ts";
import { isSameOrigin } from "#lib/trpc/is-same-origin.ts";

/** What a multipart envelope adds to a file. */
const envelopeBytes = 20_000;
const retrySeconds = "5";

export const fileMissing = () => toInputError([{ field: "file", rule: "required" }]);

/** A form of ours has three fields and a file: what has many parts is costly to read and none of ours. [RA11] */
const mostParts = 8;

export type Upload = { readonly form: FormData; readonly name: string; readonly bytes: Uint8Array };

/**
 * Takes one file of a multipart form, from our own pages alone, and answers what `store` makes of it. What is too large is
 * refused before it is read; whatever goes wrong is told as every call tells it.
 */
export async function takeUpload(
  request: Request,
  store: (upload: Upload) => Promise<unknown>,
): Promise<Response> {
  if (!isSameOrigin(request.headers, runtime().config.publicUrl)) return new Response(null, { status: 403 });
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (Number.isNaN(length)) return Response.json({ code: "INVALID_INPUT" }, { status: 411 });
  if (length > maxFileBytes + envelopeBytes) return Response.json({ code: "TOO_LARGE" }, { status: 413 });
  try {
    const principal = await auth.sessionPrincipal();
    if (principal.kind === "anonymous") throw new LilinkError("NOT_SIGNED_IN");
    await spendChange(runtime().api.contextOf(principal, sourceOf(request.headers)));
    const form = await readForm(request);
    const file = form?.get("file");
    if (!form || !(file instanceof File)) throw fileMissing();
    const stored = await store({ form, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    return Response.json(stored, { status: 201, headers: { "cache-control": "no-store" } });
  } catch (error) {
    const told = toPublicError(error);
    const status = told.code === "NO_SPACE" ? 507 : getHTTPStatusCodeFromError(toTrpcError(error));
    const retry = status === 503 || status === 507 ? { "retry-after": retrySeconds } : undefined;
    return Response.json(told, { status, headers: { "cache-control": "no-store", ...retry } });
  }
}

async function readForm(request: Request): Promise<FormData | null> {
  const type = request.headers.get("content-type") ?? "";
  const boundary = /^multipart\/form-data;.*boundary="?([\w'()+,./:=?-]{1,70})"?/i.exec(type)?.[1];
  if (boundary === undefined) return null;
  const bytes = Buffer.from(await request.arrayBuffer());
  let parts = 0;
  for (let at = bytes.indexOf(boundary); at >= 0 && parts <= mostParts; parts += 1)
    at = bytes.indexOf(boundary, at + boundary.length);
  if (parts > mostParts) return null;
  return new Response(bytes, { headers: { "content-type": type } }).formData().catch(() => null);
}
