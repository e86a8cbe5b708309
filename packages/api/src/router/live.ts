import { setTimeout as pause } from "node:timers/promises";
import { call, concerns, loadAudience } from "@lilink/services";
import { toTrpcError } from "../kernel/public-error.ts";
import { type ApiContext, procedure, router } from "../kernel/trpc.ts";

/** What a tab learns of an event: that something of this topic changed. It reads again as whoever it is. */
export type LiveHint = {
  readonly topic: "match" | "notice" | "introduction" | "posting" | "return" | "record";
};

/** A stream of somebody who no longer stands is closed after this long at the latest, though nothing was to be told. */
const recheckMilliseconds = 25_000;

/** The events of the actor's person and organization, until the tab closes or the actor no longer stands. */
export const liveRouter = router({
  events: procedure.subscription(({ ctx, signal }) => hear(ctx, signal, recheckMilliseconds)),
});

export async function* hear(
  ctx: ApiContext,
  signal: AbortSignal | undefined,
  recheckEvery: number,
): AsyncGenerator<LiveHint> {
  const closing = new AbortController();
  const stop = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
  const principal =
    ctx.principal.kind === "session" ? { ...ctx.principal, kind: "listener" as const } : ctx.principal;
  const { hint: mark } = ctx.kernel.identity;
  const ask = () => call(ctx.kernel, principal, loadAudience, {});
  try {
    let audience = await ask();
    const events = ctx.listen(stop)[Symbol.asyncIterator]();
    const tick = () => pause(recheckEvery, "recheck" as const, { signal: stop }).catch(() => "end" as const);
    let next = events.next();
    let timer = tick();
    while (!stop.aborted) {
      const heard = await Promise.race([next, timer]);
      if (heard === "end") return;
      if (heard === "recheck") {
        audience = await ask();
        timer = tick();
        continue;
      }
      if (heard.done) return;
      next = events.next();
      if (!concerns(audience, heard.value, mark)) continue;
      // Who no longer stands hears nothing more, from the very next hint on.
      audience = await ask();
      if (concerns(audience, heard.value, mark)) yield { topic: heard.value.topic };
    }
  } catch (error) {
    if (!stop.aborted) throw toTrpcError(error);
  } finally {
    closing.abort();
  }
}
