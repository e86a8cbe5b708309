import { captureBehaviours, maxCaptureBytes } from "@lilink/contract";
import { checkEnvelope } from "@lilink/contract/epcis";
import { LilinkError } from "@lilink/model/error";
import { call } from "@lilink/services";
import { listCaptures, listEvents, loadCapture, startCapture } from "@lilink/services/verbs";
import { TRPCError } from "@trpc/server";
import type { Api } from "../kernel/open-api.ts";
import { toPublicError } from "../kernel/public-error.ts";
import { takeBody } from "../kernel/take-body.ts";
import type { ApiContext } from "../kernel/trpc.ts";
import { chooseLocale } from "../rest/request/choose-locale.ts";
import { readPrincipal } from "../rest/request/read-principal.ts";
import { unreadable } from "../rest/request/refuse.ts";
import { readEventQuery } from "./read-event-query.ts";
import { toCaptureJob, toQueryDocument } from "./to-epcis-answer.ts";
import { toEpcisProblem } from "./to-epcis-problem.ts";

export const epcisEndpoint = "/api/epcis/v2";

/** Fifty thousand events hold about a million values; the depth is that of every body. */
const bounds = { depth: 32, values: 4_000_000 } as const;
/** A larger document is parsed by the worker alone, and its capture says where it breaks. */
const parsedHere = 4_000_000;

type Asked = {
  readonly context: ApiContext;
  readonly url: URL;
  readonly request: Request;
  readonly headers: Headers;
};

/** Answers the capture and query interfaces of EPCIS 2.0: a key in the header, walls as everywhere. [TR33] [TR35] */
export async function handleEpcis(request: Request, api: Api, source?: string): Promise<Response> {
  const requestId = request.headers.get("x-request-id") ?? api.kernel.newId();
  const locale = chooseLocale(request.headers.get("accept-language"));
  const url = new URL(request.url);
  const headers = new Headers({
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-request-id": requestId,
    "gs1-epcis-version": "2.0",
    "gs1-cbv-version": "2.0",
    vary: "authorization, accept-language",
  });
  try {
    const principal = readPrincipal(request);
    if (principal.kind === "anonymous") throw new LilinkError("NOT_SIGNED_IN");
    const context = api.contextOf(principal, source);
    return await answer({ context, url, request, headers });
  } catch (error) {
    if (toPublicError(error).code === "INTERNAL")
      api.contextOf({ kind: "anonymous" }).report(error, `epcis ${requestId}`);
    const keyGiven = request.headers.has("authorization");
    return toEpcisProblem(error, { locale, requestId, scope: "registers", keyGiven }, headers);
  }
}

async function answer(asked: Asked): Promise<Response> {
  const { request, url, headers } = asked;
  const path = url.pathname.slice(epcisEndpoint.length);
  const id = /^\/capture\/([0-9A-Za-z_-]{8,32})$/.exec(path)?.[1];
  if (path === "/capture" && request.method === "POST") return capture(asked);
  if (path === "/capture" && request.method === "GET") return listJobs(asked);
  if (id !== undefined && request.method === "GET") return readJob(asked, id);
  if (path === "/events" && request.method === "GET") return query(asked);
  const allow = path === "/capture" ? "GET, POST" : id !== undefined || path === "/events" ? "GET" : null;
  const cause = new LilinkError("NOT_FOUND");
  if (allow === null) throw cause;
  headers.set("allow", allow);
  throw new TRPCError({ code: "METHOD_NOT_SUPPORTED", message: "NOT_FOUND", cause });
}

async function capture({ context, request, headers }: Asked): Promise<Response> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json" && type !== "application/ld+json")
    throw new LilinkError("UNSUPPORTED_TYPE", { wanted: "application/ld+json", given: type ?? "" });
  const wanted = request.headers.get("gs1-capture-error-behaviour")?.toLowerCase() ?? "rollback";
  const behaviour = captureBehaviours.find((one) => one === wanted);
  if (!behaviour) throw unreadable("GS1-Capture-Error-Behaviour", "unknownParameter");
  const bytes = await takeBody(request, context, maxCaptureBytes, bounds);
  if (bytes.length <= parsedHere) requireDocument(bytes);
  const { publicId } = await call(
    context.kernel,
    context.principal,
    startCapture,
    { kind: "epcis", behaviour, name: "capture.jsonld", bytes },
    context.terms,
  );
  headers.set("location", `${epcisEndpoint}/capture/${publicId}`);
  headers.set("gs1-capture-error-behaviour", behaviour);
  return Response.json({ captureID: publicId }, { status: 202, headers });
}

function requireDocument(bytes: Uint8Array): void {
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw unreadable("body", "notJson");
  }
  const fault = checkEnvelope(document);
  if (fault) throw new LilinkError("INVALID_INPUT", {}, [{ field: fault.field, rule: "badFormat" }]);
}

async function listJobs({ context, headers }: Asked): Promise<Response> {
  const { kernel, principal, terms } = context;
  const jobs = await call(kernel, principal, listCaptures, { kind: "epcis" }, terms);
  return Response.json(
    jobs.map((job) => toCaptureJob(job, null)),
    { headers },
  );
}

async function readJob({ context, headers }: Asked, publicId: string): Promise<Response> {
  const { kernel, principal, terms } = context;
  const { answers, ...job } = await call(kernel, principal, loadCapture, { publicId }, terms);
  headers.set("gs1-capture-error-behaviour", job.behaviour);
  return Response.json(toCaptureJob(job, answers), { headers });
}

async function query({ context, url, headers }: Asked): Promise<Response> {
  const { kernel, principal, terms } = context;
  const page = await call(kernel, principal, listEvents, readEventQuery(url.searchParams), terms);
  if (page.nextCursor !== null) {
    const next = new URL(url);
    next.searchParams.set("nextPageToken", page.nextCursor);
    headers.set("link", `<${next.pathname}${next.search}>; rel="next"`);
  }
  headers.set("content-type", "application/ld+json");
  return Response.json(toQueryDocument(page.items, kernel.clock()), { headers });
}
