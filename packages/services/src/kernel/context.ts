import type { JobName, JobPayload } from "@lilink/contract";
import type { Database, DatabaseClock } from "@lilink/db";
import type { Actor, PolicyAction, Resource } from "@lilink/model/policy";
import type pg from "pg";
import type { Guard } from "./guard.ts";
import type { Identity } from "./identity.ts";

/** What a process gives to its verbs once, at start. */
export type Kernel = {
  readonly pool: pg.Pool;
  readonly clock: () => Date;
  /** Sets the clock right by a connection, where it was long ago; answers whether it did. */
  readonly trueUp?: DatabaseClock["trueUp"];
  readonly newId: () => string;
  readonly newPublicId: () => string;
  readonly files: FileStore;
  readonly identity: Identity;
  readonly guard: Guard;
};

/** Where attachments lie: bytes under a made name, nothing else. */
export type FileStore = {
  readonly write: (id: string, bytes: Uint8Array) => Promise<void>;
  readonly read: (id: string) => Promise<Uint8Array>;
  readonly remove: (id: string) => Promise<void>;
  /** The ids of what was last written before an instant; whatever was not named by us is left out. */
  readonly listOlder: (than: Date) => AsyncIterable<string>;
};

/** What a verb may use while it runs: one transaction with its actor already set. */
export type Context = {
  readonly db: Database;
  readonly actor: Actor;
  readonly now: Date;
  readonly newId: () => string;
  readonly newPublicId: () => string;
  readonly files: FileStore;
  readonly identity: Identity;
  readonly guard: Guard;
  /** Throws FORBIDDEN, or CONFLICT_OF_INTEREST, unless the policy table allows the action on the resource. */
  readonly require: (action: PolicyAction, resource?: Resource) => void;
  /** Writes a job into this transaction; it exists if and only if the transaction commits. */
  readonly enqueue: <N extends JobName>(name: N, payload: JobPayload<N>, runAt?: Date) => Promise<void>;
  /** The same for several jobs of one name, in one statement. */
  readonly enqueueAll: <N extends JobName>(name: N, payloads: readonly JobPayload<N>[]) => Promise<void>;
  /** Tells every web process at once, when the transaction commits; a hint, never the only way to know. */
  readonly announce: (...events: readonly LiveEvent[]) => Promise<void>;
};

/** A live event carries ids alone; whoever listens reads again as the actor that it is. */
export type LiveEvent = {
  readonly topic: "match" | "notice" | "introduction" | "posting" | "return";
  readonly organizationId?: string;
  readonly personId?: string;
  readonly subjectId: string;
};
