import type { JobName, JobPayload } from "@lilink/contract";
import type { Database, DatabaseClock } from "@lilink/db";
import type { Actor, PolicyAction, Resource } from "@lilink/model/policy";
import type pg from "pg";
import type { Guard } from "./guard.ts";
import type { Identity } from "./identity.ts";

/** What a process builds once at its start and gives to every verb. */
export type Kernel = {
  readonly pool: pg.Pool;
  /** The server of batteries, where it is another than that of everything else. [TR20] */
  readonly tracePool?: pg.Pool | undefined;
  readonly clock: () => Date;
  /** When acts are sealed, where that is another time than the one at which they are told to have happened: the demo tells of the past. */
  readonly sealClock?: (() => Date) | undefined;
  /** Compares the clock with the database when the last time is long ago. True when it did. */
  readonly trueUp?: DatabaseClock["trueUp"];
  readonly newId: () => string;
  readonly newPublicId: () => string;
  readonly files: FileStore;
  readonly identity: Identity;
  readonly guard: Guard;
  readonly recall: Recall;
};

/** What this process keeps between calls, one of what each maker makes: it must hold nothing that a reader may not read. */
export type Recall = <T>(make: () => T) => T;

/** Where attachments lie: bytes under a generated id, nothing else. */
export type FileStore = {
  /** Answers the sha256 of what it wrote, which a row keeps: who may write on the disk may not write in the database. */
  readonly write: (id: string, bytes: Uint8Array) => Promise<string>;
  /** The bytes that were written, null where there are none. Throws FILE_CHANGED where they are others. */
  readonly read: (id: string, sha256: string | null) => Promise<Uint8Array | null>;
  readonly remove: (id: string) => Promise<void>;
  /** The ids of files last written before an instant. Files that we did not name are left out. */
  readonly listOlder: (than: Date) => AsyncIterable<string>;
};

/** What a verb may use while it runs: one transaction whose actor is set. */
export type Context = {
  readonly db: Database;
  /** The tables of batteries: the same transaction, or where they stand on a server of their own one that commits just before it. [TR20] */
  readonly trace: Database;
  /** For who takes away what the product was told there: the other order, so that it is taken away only when it was kept. */
  readonly commitTraceLast: () => void;
  readonly actor: Actor;
  readonly now: Date;
  /** The time in the audit log. */
  readonly sealedAt: Date;
  readonly newId: () => string;
  readonly newPublicId: () => string;
  readonly files: FileStore;
  readonly identity: Identity;
  readonly guard: Guard;
  readonly recall: Recall;
  /** Throws FORBIDDEN, or CONFLICT_OF_INTEREST, unless the policy table allows the action on the resource. */
  readonly require: (action: PolicyAction, resource?: Resource) => void;
  /** Writes a job into this transaction: it exists if and only if the transaction commits. */
  readonly enqueue: <N extends JobName>(name: N, payload: JobPayload<N>, runAt?: Date) => Promise<void>;
  /** Writes several jobs of one name in one statement. */
  readonly enqueueAll: <N extends JobName>(name: N, payloads: readonly JobPayload<N>[]) => Promise<void>;
  /** Sends a hint to every web process when the transaction commits. Hints may be lost: nothing depends only on them. */
  readonly announce: (...events: readonly LiveEvent[]) => Promise<void>;
};

/** A live event carries only ids, and is heard as a hint without them. The listener reads again with its own rights. */
export type LiveEvent = {
  readonly topic: "match" | "notice" | "introduction" | "posting" | "return" | "record";
  readonly organizationId?: string;
  readonly personId?: string;
  readonly subjectId: string;
};
