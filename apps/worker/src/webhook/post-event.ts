import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import type { LookupFunction } from "node:net";
import { resolveTarget, signEvent, type TargetRules } from "@lilink/services";

const patience = 5000;

export type Event = {
  readonly eventId: string;
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly createdAt: string;
  readonly url: string;
  readonly secret: string | null;
};

/**
 * Sends one event to the address that was just looked at, and follows no redirect. The status of the answer, or null where
 * there was none in time or the target is not to be called ([WH5]).
 */
export async function postEvent(
  event: Event,
  now: Date,
  rules: TargetRules,
  milliseconds = patience,
): Promise<number | null> {
  if (event.secret === null) return null;
  const target = await resolveTarget(event.url, rules);
  if (!target) return null;
  const { secret } = event;
  const body = JSON.stringify({
    type: event.kind,
    timestamp: new Date(event.createdAt).toISOString(),
    data: { kind: event.subjectKind, id: event.subjectId },
  });
  const lookup: LookupFunction = (_host, options, answer) =>
    options.all ? answer(null, [target]) : answer(null, target.address, target.family);
  const send = target.url.protocol === "https:" ? requestSecure : requestPlain;
  return new Promise((resolve) => {
    const request = send(target.url, {
      method: "POST",
      lookup,
      agent: false,
      signal: AbortSignal.timeout(milliseconds),
      headers: {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        "user-agent": "LiLink-Webhooks/1",
        ...signEvent(secret, event.eventId, now, body),
      },
    });
    request.on("response", (answer) => {
      resolve(answer.statusCode ?? null);
      answer.destroy();
    });
    request.on("error", () => resolve(null));
    request.end(body);
  });
}
