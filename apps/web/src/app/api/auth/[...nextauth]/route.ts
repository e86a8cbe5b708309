import { auth } from "#lib/runtime.ts";

export const { GET, POST } = auth.handlers;
