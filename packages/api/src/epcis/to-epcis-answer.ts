import { epcisContext, type JsonObject } from "@lilink/model/trace";
import type { CaptureAnswer } from "@lilink/services";
import type { listCaptures } from "@lilink/services/verbs";

type Job = Awaited<ReturnType<typeof listCaptures.run>>[number];

/** A capture job as EPCIS 2.0 writes it; beside it what became of each event, in the order of the document. [TR33] */
export function toCaptureJob(job: Job, answers: readonly CaptureAnswer[] | null) {
  const running = job.endedAt === null;
  return {
    captureID: job.publicId,
    createdAt: job.createdAt.toISOString(),
    finishedAt: job.endedAt?.toISOString() ?? null,
    running,
    success: !running && job.state === "done",
    captureErrorBehaviour: job.behaviour,
    errors: [
      ...job.firstFaults.map(({ at, field, rule, message }) => ({
        type: "epcisException:ValidationException",
        title: `event ${at}: ${field} ${message ?? rule}`,
        instance: `#/epcisBody/eventList/${at}`,
        event: at,
        ...{ field, rule },
      })),
      ...(job.refusal === null
        ? []
        : [
            {
              type: "epcisException:ValidationException",
              title:
                `the document is refused: ${job.refusal} ${String(job.refusalParams.field ?? "")}`.trim(),
              rule: job.refusal,
            },
          ]),
    ],
    counts: { events: job.rowsTotal, captured: job.taken, known: job.known, faults: job.faults },
    ...(answers && { answers: answers.map((verdict, event) => ({ event, verdict })) }),
  };
}

export function toQueryDocument(events: readonly JsonObject[], now: Date) {
  return {
    "@context": epcisContext,
    type: "EPCISQueryDocument",
    schemaVersion: "2.0",
    creationDate: now.toISOString(),
    epcisBody: { queryResults: { queryName: "SimpleEventQuery", resultsBody: { eventList: events } } },
  };
}
