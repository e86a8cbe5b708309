import {
  type Attributes,
  context,
  INVALID_SPAN_CONTEXT,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BasicTracerProvider, BatchSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { tellLess } from "./told-span.ts";

export type Tracing = { readonly stop: () => Promise<void> };

const NAME = "lilink";
const KEY = Symbol.for("lilink.traced");
// On globalThis: a bundler gives each entry of a process a copy of this module.
const store = globalThis as typeof globalThis & { [KEY]?: true };
/** Hears nothing, where nothing is traced. */
const deaf = trace.wrapSpanContext(INVALID_SPAN_CONTEXT);
const kinds = {
  inside: SpanKind.INTERNAL,
  served: SpanKind.SERVER,
  asked: SpanKind.CLIENT,
  job: SpanKind.CONSUMER,
};

/**
 * Sends what was traced to an OTLP collector over HTTP, as JSON. Where no address is given nothing is traced, kept or sent,
 * and every call below does nothing ([OB3]).
 */
export function startTracing(service: string, endpoint: string | undefined, delayMs = 2000): Tracing | null {
  if (endpoint === undefined) return null;
  const url = `${endpoint.replace(/\/+$/, "")}/v1/traces`;
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ "service.name": service }),
    spanProcessors: [
      new BatchSpanProcessor(tellLess(new OTLPTraceExporter({ url }), NAME), {
        scheduledDelayMillis: delayMs,
      }),
    ],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  store[KEY] = true;
  return { stop: () => provider.shutdown().catch(() => undefined) };
}

export type SpanOptions = {
  readonly kind?: keyof typeof kinds;
  readonly attributes?: Attributes;
  /** What `traceNow` answered where the work was asked for; else it belongs to what runs. */
  readonly parent?: string | undefined;
};

/** Runs a step as a span. Of an error it holds `outcomeOf`, never the message. */
export function inSpan<T>(
  name: string,
  { kind = "inside", attributes = {}, parent }: SpanOptions,
  run: (span: Span) => T,
  outcomeOf: (error: unknown) => string = toKind,
): T {
  // Two of a hundred parts of a call went into spans that nobody hears.
  if (!store[KEY]) return run(deaf);
  const above =
    parent === undefined ? context.active() : propagation.extract(ROOT_CONTEXT, { traceparent: parent });
  return trace.getTracer(NAME).startActiveSpan(name, { kind: kinds[kind], attributes }, above, (span) => {
    const fail = (error: unknown): never => {
      span.setAttribute("lilink.outcome", outcomeOf(error)).setStatus({ code: SpanStatusCode.ERROR }).end();
      throw error;
    };
    try {
      const result = run(span);
      if (!(result instanceof Promise)) return result;
      return result.then((value) => {
        span.setAttribute("lilink.outcome", "ok").end();
        return value;
      }, fail) as T;
    } catch (error) {
      return fail(error);
    }
  });
}

/** Whether anything is traced here and now. */
export function isTraced(): boolean {
  return trace.getActiveSpan()?.isRecording() ?? false;
}

/** Where work that is written down for later belongs, as a W3C `traceparent`; null where nothing is traced. */
export function traceNow(): string | null {
  if (!isTraced()) return null;
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent ?? null;
}

export function traceIdNow(): string | undefined {
  return isTraced() ? trace.getActiveSpan()?.spanContext().traceId : undefined;
}

function toKind(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
