import { hostname } from "node:os";
import type pg from "pg";

const BEAT_MS = 10_000;

// Workers come and go under new names: whoever beats clears away who has not for a day.
const SQL = `with gone as (delete from worker_beat where at < now() - interval '1 day')
  insert into worker_beat (id, at) values ($1, now()) on conflict (id) do update set at = excluded.at`;

/** Tells the database, and whoever started this process, that this worker lives; several may, on one machine too. */
export function startBeat(pool: pg.Pool): { stop(): void } {
  const beat = async () => {
    try {
      await pool.query(SQL, [`${hostname()}:${process.pid}`]);
      process.send?.("beat");
    } catch {
      // The database is away; the silence itself is the message.
    }
  };
  const timer = setInterval(() => void beat(), BEAT_MS);
  void beat();
  return { stop: () => clearInterval(timer) };
}
