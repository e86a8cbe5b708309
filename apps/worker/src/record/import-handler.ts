import { createRecordFile } from "@lilink/documents/intake";
import { createTranslator, isLocale } from "@lilink/i18n";
import {
  call,
  callJob,
  importRecordFile,
  importRecords,
  type Kernel,
  type RecordFileReader,
  reportRecordImport,
} from "@lilink/services";
import type { Handler } from "../job/run.ts";

/** Takes files of records, each read in a thread of its own. `thread` is the built `read-table-thread.ts`. */
export function createRecordImportHandler(kernel: Kernel, thread: URL): Handler {
  const reader: RecordFileReader = (register) => {
    const { read, mark } = createRecordFile(register, { entry: thread });
    return {
      read,
      mark: (file, faults, given) => {
        const locale = isLocale(given) ? given : "zh-CN";
        const t = createTranslator(locale, "error.rule");
        return mark(
          file,
          faults,
          ({ rule, params }, field) => t(rule, { min: "", max: "", ...params, field }),
          locale,
        );
      },
    };
  };
  const verb = importRecordFile(reader, {
    report: (progress) => call(kernel, { kind: "job", job: "record.import" }, reportRecordImport, progress),
    take: (principal, register, input) => call(kernel, principal, importRecords(register), input),
  });
  return (payload, job) => callJob(kernel, job, verb, payload as { importId: string });
}
