import { randomUUID } from "node:crypto";
import { type JobName, jobPayloads, toFaults } from "@lilink/contract";
import type { RateClass } from "@lilink/contract/config";
import { beginAs, openSecond, type Principal, type SecondTransaction, toDatabase } from "@lilink/db";
import { jobDone, outbox } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { type Actor, can, isPartial } from "@lilink/model/policy";
import { inSpan, traceNow } from "@lilink/watch";
import { sql } from "drizzle-orm";
import type pg from "pg";
import type { z } from "zod";
import type { Context, Kernel } from "./context.ts";
import type { Query, Verb } from "./define.ts";
import type { Spending } from "./guard.ts";
import { writeHint } from "./hint.ts";
import { isCutOff, toKnownError } from "./known-error.ts";
import { refusalOf } from "./note-refusal.ts";
import { type Once, runOnce } from "./once.ts";
import { prove } from "./prove.ts";
import { rateOf } from "./rate-of.ts";
import { Refusal } from "./refusal.ts";
import { requireRecent } from "./require-recent.ts";
import { openCursor, signCursors } from "./sign-cursor.ts";
import { writeEntry } from "./write-entry.ts";

/** No call waits this long for a connection. A larger gap means that the clock was corrected meanwhile. [OB6] */
const mostWaitMilliseconds = 10_000;

/** What a transport adds to a call: a key against repeats, and the address of a visitor. */
export type CallTerms = {
  /** Makes the change once, however often it is sent. */
  readonly once?: Once | undefined;
  /** The network address of a visitor. */
  readonly source?: string | undefined;
};

/** Runs a verb as the actor whom the principal proves to be: begin, parse, ask the policy, run, write the audit, commit. */
export async function call<S extends z.ZodType, O>(
  kernel: Kernel,
  principal: Principal,
  verb: Verb<S, O>,
  input: z.input<S>,
  { once, source }: CallTerms = {},
): Promise<O> {
  const run = (ctx: Context) => runVerb(ctx, verb, input);
  const rate = rateOf(verb, input);
  return inSpan(verb.name, { attributes: { "lilink.verb": verb.name } }, () =>
    transact(
      kernel,
      principal,
      (ctx) => (once && verb.kind === "mutation" ? runOnce(ctx, once, () => run(ctx)) : run(ctx)),
      { rates: [rate], source },
    ).catch(noteRefusal(kernel, principal, verb.name)),
  );
}

/** One read of several, and who waits for it. */
type Asked = {
  readonly verb: Query<z.ZodType, unknown>;
  readonly input: unknown;
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: unknown) => void;
};

export type PageReader = <S extends z.ZodType, O>(verb: Query<S, O>, input: z.input<S>) => Promise<O>;

/**
 * Reads as one page asks for them: what is asked for within one turn of the event loop shares a transaction, and so one
 * beginning, one actor and one commit. A read that proves something is alone in its own, for its proof would hold for the others.
 * Where one fails, each is called by itself, so that it fails alone.
 */
export function createPageReader(
  kernel: Kernel,
  principal: Principal,
  { source }: CallTerms = {},
): PageReader {
  let waiting: Asked[] = [];
  const flush = async () => {
    const asked = waiting;
    waiting = [];
    const alone = ({ verb, input, resolve, reject }: Asked) =>
      call(kernel, principal, verb, input, { source }).then(resolve, reject);
    if (asked.length < 2) return asked.forEach(alone);
    const rates = asked.map(({ verb, input }) => rateOf(verb, input));
    const run = async (ctx: Context) => {
      const outputs: unknown[] = [];
      for (const { verb, input } of asked)
        outputs.push(
          await inSpan(verb.name, { attributes: { "lilink.verb": verb.name } }, () =>
            runVerb(ctx, verb, input),
          ),
        );
      return outputs;
    };
    await transact(kernel, principal, run, { rates, source }).then(
      (outputs) => asked.forEach(({ resolve }, at) => void resolve(outputs[at])),
      () => asked.forEach(alone),
    );
  };
  return <S extends z.ZodType, O>(verb: Query<S, O>, input: z.input<S>) => {
    if (verb.authorize.proof) return call(kernel, principal, verb, input, { source });
    return new Promise<O>((resolve, reject) => {
      if (waiting.length === 0) setImmediate(() => void flush());
      waiting.push({ verb, input, resolve, reject } as unknown as Asked);
    });
  };
}

/** Spends an allowance without calling a verb, such as for a file that many reads make up. [RA4] */
export async function spendAllowance(
  kernel: Kernel,
  principal: Principal,
  rate: RateClass,
  { source }: CallTerms = {},
): Promise<void> {
  await transact(kernel, principal, async () => undefined, { rates: [rate], source });
}

/** A refused call is rolled back, so a second transaction writes that somebody tried. [AU8] */
function noteRefusal(kernel: Kernel, principal: Principal, verb: string): (error: unknown) => Promise<never> {
  return async (error) => {
    const refusal = refusalOf(error, verb);
    if (refusal) await transact(kernel, principal, (ctx) => writeEntry(ctx, refusal.action, refusal.note));
    throw error;
  };
}

/**
 * Runs a verb as a job, exactly once in effect: the mark "done" commits together with the effect.
 * A job that is delivered again finds the mark and gets null.
 */
export async function callJob<S extends z.ZodType, O>(
  kernel: Kernel,
  job: { readonly id: string; readonly name: string },
  verb: Verb<S, O>,
  input: z.input<S>,
): Promise<O | null> {
  const once = async (ctx: Context) => {
    const marked = await ctx.db
      .insert(jobDone)
      .values({ jobId: job.id, name: job.name, doneAt: ctx.now })
      .onConflictDoNothing()
      .returning({ jobId: jobDone.jobId });
    return marked.length === 0 ? null : runVerb(ctx, verb, input);
  };
  return inSpan(verb.name, { attributes: { "lilink.verb": verb.name } }, () =>
    transact(kernel, { kind: "job", job: job.name }, once).catch(
      noteRefusal(kernel, { kind: "job", job: job.name }, verb.name),
    ),
  );
}

async function runVerb<S extends z.ZodType, O>(
  ctx: Context,
  verb: Verb<S, O>,
  input: z.input<S>,
): Promise<O> {
  const parsed = verb.input.safeParse(openCursor(ctx, verb, input));
  if (!parsed.success) throw toInputError(toFaults(parsed.error));
  if (verb.authorize.proof) await prove(ctx);
  const resource = verb.authorize.resource ? await verb.authorize.resource(ctx, parsed.data) : {};
  ctx.require(verb.authorize.action, resource);
  if (verb.authorize.recent) await requireRecent(ctx);
  const output = await verb.run(ctx, parsed.data);
  if (verb.kind === "mutation") {
    const notes = verb.audit(parsed.data, output) ?? [];
    for (const note of [notes].flat()) await writeEntry(ctx, note.action ?? verb.name, note);
  }
  return signCursors(ctx, verb, input, output);
}

async function transact<T>(
  kernel: Kernel,
  principal: Principal,
  run: (ctx: Context) => Promise<T>,
  spending?: { readonly rates: readonly RateClass[] } & Pick<Spending, "source">,
): Promise<T> {
  let now = kernel.clock();
  let client: pg.PoolClient;
  try {
    client = await kernel.pool.connect();
  } catch {
    throw new LilinkError("UNAVAILABLE");
  }
  let broken = false;
  const second = kernel.tracePool && openSecond(kernel.tracePool, principal.kind === "job");
  try {
    await kernel.trueUp?.(client);
    // This call corrected the clock, or another did while this one waited for a connection.
    if (Math.abs(kernel.clock().getTime() - now.getTime()) > mostWaitMilliseconds) now = kernel.clock();
    let actor = await beginAs(client, principal, now);
    for (const rate of spending?.rates ?? []) {
      const { source } = spending ?? {};
      if (await kernel.guard.allowances?.spend(client, { rate, source, actor, now }))
        actor = await beginAs(client, principal, now);
    }
    // A program with an invalid key gets an error. It is never treated as a visitor.
    if (principal.kind === "key" && actor.kind === "anonymous") throw new LilinkError("NOT_SIGNED_IN");
    const order = { isTraceLast: false };
    const output = await run(toContext(kernel, client, { second, order }, actor, now));
    // The event first: what is missing of the rest is made from the outbox beside it, an event from nothing. [TR26]
    if (!order.isTraceLast) await second?.end("commit");
    await client.query("commit");
    if (order.isTraceLast) await second?.end("commit");
    return output;
  } catch (error) {
    await second?.end(error instanceof Refusal ? "commit" : "rollback").catch(() => undefined);
    // A server that does not answer would not answer a rollback either: drop the connection.
    broken =
      isCutOff(error) ||
      (await client.query(error instanceof Refusal ? "commit" : "rollback").then(
        () => false,
        () => true,
      ));
    throw toKnownError(error);
  } finally {
    client.release(broken);
  }
}

type Trace = { readonly second: SecondTransaction | undefined; readonly order: { isTraceLast: boolean } };

function toContext(
  kernel: Kernel,
  client: pg.PoolClient,
  { second, order }: Trace,
  actor: Actor,
  now: Date,
): Context {
  const db = toDatabase(client);
  const writeJobs = async (name: JobName, payloads: readonly object[], runAt: Date) => {
    const rows = payloads.map((payload) => ({
      id: kernel.newId(),
      name,
      // Of most jobs it does not matter when they were asked for, and their schema drops it.
      payload: jobPayloads[name].parse({ since: runAt.toISOString(), ...payload }) as Record<string, unknown>,
      runAt,
      createdAt: now,
      trace: traceNow(),
    }));
    if (rows.length > 0) await db.insert(outbox).values(rows);
  };
  return {
    db,
    trace: second?.db ?? db,
    commitTraceLast: () => {
      order.isTraceLast = true;
    },
    actor,
    now,
    sealedAt: kernel.sealClock?.() ?? now,
    newId: kernel.newId,
    newPublicId: kernel.newPublicId,
    files: kernel.files,
    identity: kernel.identity,
    guard: kernel.guard,
    recall: kernel.recall,
    require: (action, resource = {}) => {
      if (can(actor, action, resource)) return;
      if (isPartial(actor, action, resource)) throw new LilinkError("CONFLICT_OF_INTEREST", { action });
      throw new LilinkError(actor.kind === "anonymous" ? "NOT_SIGNED_IN" : "FORBIDDEN", { action });
    },
    enqueue: (name, payload, runAt = now) => writeJobs(name, [payload], runAt),
    enqueueAll: (name, payloads) => writeJobs(name, payloads, now),
    announce: async (...events) => {
      if (events.length === 0) return;
      const { hint } = kernel.identity;
      const given = JSON.stringify(hint ? events.map((e) => writeHint(e, randomUUID(), hint)) : events);
      await db.execute(
        hint
          ? sql`select pg_notify('lilink_event', h) from jsonb_array_elements_text(${given}::jsonb) h where h is not null`
          : sql`select app.announce(${given}::jsonb)`,
      );
    },
  };
}
