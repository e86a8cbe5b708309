import { createPool } from "@lilink/db";

const silenceMs = 3000;

/** Asks the database whether it answers, on one connection of its own: it is not the crowd of callers that is asked about. */
export function openPing(url: string): () => Promise<void> {
  const pool = createPool({ url, max: 1, name: "lilink-health", bound: true, silenceMs });
  return async () => {
    await pool.query("select 1");
  };
}
