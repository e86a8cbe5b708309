import { createFileReader } from "@lilink/documents/intake";
import { call, callJob, importReturnFile, type Kernel, reportImport } from "@lilink/services";
import type { Handler } from "../job/run.ts";

/** Takes files of returns, each read in a thread of its own. `thread` is the built `read-table-thread.ts`. */
export function createImportHandler(kernel: Kernel, thread: URL): Handler {
  const verb = importReturnFile(createFileReader({ entry: thread }), (report) =>
    call(kernel, { kind: "job", job: "return.import" }, reportImport, report),
  );
  return (payload, job) => callJob(kernel, job, verb, payload as { importId: string });
}
