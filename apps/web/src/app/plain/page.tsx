import { notFound } from "next/navigation";
import { connection } from "next/server";
import { runtime } from "#lib/runtime.ts";

/** What the framework itself costs: drawn for each request, without our layout, texts and session. Load tests measure against it. */
export default async function PlainPage() {
  await connection();
  if (!runtime().config.bare) notFound();
  return <h1>LiLink</h1>;
}
