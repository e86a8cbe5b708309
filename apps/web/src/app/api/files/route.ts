import { toPublicError } from "@lilink/api";
import { fileHomeSchema, maxFileBytes } from "@lilink/contract";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { runtime } from "#lib/runtime.ts";
import { isSameOrigin } from "#lib/trpc/is-same-origin.ts";
import { caller } from "#lib/trpc/server.ts";

/** What a multipart envelope adds to a file. */
const envelopeBytes = 20_000;

/** Takes in one file of a posting, an introduction or a claim: multipart with `kind`, `id` and `file`. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers, runtime().config.publicUrl)) return new Response(null, { status: 403 });
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (Number.isNaN(length)) return Response.json({ code: "INVALID_INPUT" }, { status: 411 });
  if (length > maxFileBytes + envelopeBytes) return Response.json({ code: "TOO_LARGE" }, { status: 413 });
  const form = await request.formData().catch(() => null);
  const file = form?.get("file");
  const home = fileHomeSchema.safeParse({ kind: form?.get("kind"), publicId: form?.get("id") });
  if (!(file instanceof File) || !home.success)
    return Response.json(
      { code: "INVALID_INPUT", faults: [{ field: "file", rule: "required" }] },
      { status: 400 },
    );
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const api = await caller();
    const stored = await api.attachment.upload({ home: home.data, name: file.name, bytes });
    return Response.json(stored.file, { status: 201, headers: { "cache-control": "no-store" } });
  } catch (error) {
    const status = error instanceof TRPCError ? getHTTPStatusCodeFromError(error) : 500;
    return Response.json(toPublicError(error), { status });
  }
}
