import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { attachmentOf } from "#lib/content-disposition.ts";
import { caller } from "#lib/trpc/server.ts";

type Params = { readonly params: Promise<{ readonly publicId: string }> };

/** Gives a file to whoever row security lets through; always to be stored, never shown as a page of ours. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  try {
    const { publicId } = await params;
    const file = await (await caller()).attachment.read({ publicId });
    return new Response(new Uint8Array(file.bytes), {
      headers: {
        "content-type": file.type,
        "content-length": String(file.bytes.byteLength),
        "content-disposition": attachmentOf(file.name),
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; sandbox",
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    const status = error instanceof TRPCError ? getHTTPStatusCodeFromError(error) : 500;
    return new Response(null, { status });
  }
}
