import { toPublicError, toTrpcError } from "@lilink/api";
import { maxFileBytes } from "@lilink/contract";
import { toInputError } from "@lilink/model/error";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { runtime } from "#lib/runtime.ts";
import { isSameOrigin } from "#lib/trpc/is-same-origin.ts";

/** What a multipart envelope adds to a file. */
const envelopeBytes = 20_000;
const retrySeconds = "5";

export const fileMissing = () => toInputError([{ field: "file", rule: "required" }]);

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
  const form = await request.formData().catch(() => null);
  const file = form?.get("file");
  try {
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
