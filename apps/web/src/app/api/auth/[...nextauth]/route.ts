import type { NextRequest } from "next/server";
import { auth } from "#lib/runtime.ts";

/** An address, a password and the answer of a passkey. */
const maxBytes = 32_000;

export const { GET } = auth.handlers;

/** The library reads whatever it is sent, so what is too large, or does not say how large it is, stays outside. [RA11] */
export async function POST(request: NextRequest): Promise<Response> {
  const told = Number(request.headers.get("content-length") ?? maxBytes + 1);
  if (request.body && !(told <= maxBytes)) return new Response(null, { status: 413 });
  return auth.handlers.POST(request);
}
