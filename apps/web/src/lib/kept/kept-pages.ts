import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { PageReader } from "@lilink/api";
import { HTML_LIMITED_BOT_UA_RE } from "next/dist/shared/lib/router/utils/html-bots";
import { type AnsweredRead, createLook, digestOf, looks, type PageRead } from "./page-look.ts";
import { holdBack, sendPage } from "./send-page.ts";

type Digested = PageRead & { readonly digest: string };
type KeptPage = {
  readonly reads: readonly Digested[];
  readonly headers: readonly (readonly [string, number | string | readonly string[]])[];
  /** Between two of them stands the nonce of the answer. */
  readonly pieces: readonly Buffer[];
  readonly bytes: number;
  readonly until: number;
};

export type KeepSettings = {
  /** Reads as whoever sent the request. */
  readonly readerOf: (request: IncomingMessage) => Promise<PageReader>;
  readonly now?: () => number;
  readonly mostBytes?: number;
};

/** A page says how long ago things were, by the day. */
const keptMilliseconds = 60_000;
const mostSeen = 5_000;
const largestPage = 1_000_000;

/** A part of a page that could not be drawn, as the framework writes it into a page and into parts of one. */
const errorSigns = ['E{\\"digest\\"', ':E{"digest"'];

/** What says nothing of a page: how it travels, who asks from where, and what we write ourselves for each request. Whatever else a request says is part of what it asks for. */
const silent = new Set([
  ..."accept-encoding accept-language cache-control connection dnt keep-alive pragma priority referer te".split(
    " ",
  ),
  ..."upgrade-insecure-requests user-agent x-forwarded-for x-forwarded-port x-real-ip via forwarded".split(
    " ",
  ),
  ..."traceparent tracestate x-request-id x-nonce content-security-policy".split(" "),
  ..."sec-ch-ua sec-ch-ua-mobile sec-ch-ua-platform sec-fetch-dest sec-fetch-mode sec-fetch-site sec-fetch-user sec-gpc".split(
    " ",
  ),
]);

/**
 * Keeps pages by what was read for them. At a next look all is read anew, with the rights that this reader has now; where
 * each answer is the same as before the page is the same too, and is sent with a fresh nonce instead of being drawn. It is looked for by
 * all that the request says, its cookies among it, so that what two readers see never meets.
 */
export function createKeptPages({ readerOf, now = () => performance.now(), mostBytes = 24e6 }: KeepSettings) {
  const pages = new Map<string, KeptPage>();
  /** What was looked at once: most pages are not looked at again, and cost no memory. */
  const seen = new Map<string, number>();
  let bytes = 0;

  const forget = (key: string) => {
    bytes -= pages.get(key)?.bytes ?? 0;
    pages.delete(key);
  };
  const keep = (key: string, page: KeptPage) => {
    forget(key);
    pages.set(key, page);
    bytes += page.bytes;
    while (bytes > mostBytes) forget(pages.keys().next().value as string);
  };
  const isAgain = (key: string) => {
    const before = seen.get(key) ?? Number.NEGATIVE_INFINITY;
    seen.delete(key);
    seen.set(key, now());
    if (seen.size > mostSeen) seen.delete(seen.keys().next().value as string);
    return now() - before < keptMilliseconds;
  };

  /** Lets the framework draw the page, and keeps what it draws. */
  const watch = (
    key: string,
    request: IncomingMessage,
    response: ServerResponse,
    known?: AnsweredRead[],
  ): false => {
    const id = String(request.headers["x-request-id"]);
    const nonce = String(request.headers["x-nonce"]);
    const accepts = request.headers["accept-encoding"]?.toString();
    const before = new Set(response.getHeaderNames());
    const look = createLook(known);
    const until = now() + keptMilliseconds;
    looks.set(id, look);
    response.once("close", () => looks.delete(id));
    holdBack(request, response, (body) => {
      const reads = look.reads();
      const isWhole = response.statusCode === 200 && !response.hasHeader("set-cookie");
      if (reads && isWhole && body.length <= largestPage && !errorSigns.some((sign) => body.includes(sign))) {
        const headers = Object.entries(response.getHeaders()).flatMap(([name, value]) =>
          before.has(name) || value === undefined ? [] : [[name, value] as const],
        );
        const digested = reads.map(({ verb, input, output }) => ({ verb, input, digest: digestOf(output) }));
        const pieces = splitBy(body, nonce);
        keep(key, { reads: digested, headers, pieces, bytes: body.length, until });
      }
      sendPage(response, body, accepts);
    });
    return false;
  };

  const renew = async (key: string, page: KeptPage, request: IncomingMessage, response: ServerResponse) => {
    const reader = await readerOf(request);
    const answers = await Promise.allSettled(
      page.reads.map(({ verb, input }) => reader(verb, input as never)),
    );
    const known = page.reads.flatMap(({ verb, input }, at): AnsweredRead[] => {
      const answer = answers[at];
      return answer?.status === "fulfilled" ? [{ verb, input, output: answer.value }] : [];
    });
    const isSame =
      known.length === page.reads.length &&
      known.every(({ output }, at) => digestOf(output) === page.reads[at]?.digest);
    if (!isSame) {
      forget(key);
      return watch(key, request, response, known);
    }
    for (const [name, value] of page.headers) response.setHeader(name, value);
    const nonce = Buffer.from(String(request.headers["x-nonce"]));
    const body = Buffer.concat(page.pieces.flatMap((piece, at) => (at === 0 ? [piece] : [nonce, piece])));
    sendPage(response, body, request.headers["accept-encoding"]?.toString());
    return true;
  };

  return {
    /** True where it answered; false where the framework is to draw the page. */
    take(request: IncomingMessage, response: ServerResponse): boolean | Promise<boolean> {
      // Between password and factor a page asks for more than it reads here.
      if (request.method !== "GET" || /lilink-step=[^;\s]/.test(request.headers.cookie ?? "")) return false;
      const key = keyOf(request);
      const page = pages.get(key);
      if (page && page.until > now())
        return renew(key, page, request, response).catch(() => watch(key, request, response));
      forget(key);
      return isAgain(key) ? watch(key, request, response) : false;
    },
  };
}

/** By all that a request says, so that no header of one visitor shapes the page of another. */
function keyOf({ url, headers }: IncomingMessage): string {
  // To these programs the framework sends the head before the page, and to browsers after it.
  const isProgram = HTML_LIMITED_BOT_UA_RE.test(headers["user-agent"] ?? "");
  const said = Object.entries(headers)
    .filter(([name]) => !silent.has(name))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([url, isProgram, said]))
    .digest("base64");
}

function splitBy(body: Buffer, nonce: string): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; ; ) {
    const next = body.indexOf(nonce, at);
    pieces.push(body.subarray(at, next === -1 ? body.length : next));
    if (next === -1) return pieces;
    at = next + nonce.length;
  }
}
