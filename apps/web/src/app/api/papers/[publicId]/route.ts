import { toDay } from "@lilink/i18n";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { attachmentOf } from "#lib/content-disposition.ts";
import { caller } from "#lib/trpc/server.ts";

type Params = { readonly params: Promise<{ readonly publicId: string }> };

const types = {
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** Gives a printed paper of a meeting to whoever sits in it, as it was printed. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  try {
    const { publicId } = await params;
    const paper = await (await caller()).meeting.paper({ publicId });
    return new Response(new Uint8Array(paper.bytes), {
      headers: {
        "content-type": types[paper.type],
        "content-length": String(paper.bytes.byteLength),
        "content-disposition": attachmentOf(
          `${paper.kind}-${toDay(paper.madeAt)}-${paper.locale}.${paper.type}`,
        ),
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
