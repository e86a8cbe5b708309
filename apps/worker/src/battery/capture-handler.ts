import { createBatteryFile } from "@lilink/documents/intake";
import { createTranslator, isLocale } from "@lilink/i18n";
import { type CaptureFiles, callJob, type Kernel, takeCapture } from "@lilink/services";
import type { Handler } from "../job/run.ts";

/** Takes documents and files of batteries in; files are read in a thread of their own, the built `read-table-thread.ts`. */
export function createCaptureHandler(kernel: Kernel, thread: URL): Handler {
  const files: CaptureFiles = {
    read: (kind, file) => createBatteryFile(kind, { entry: thread }).read(file),
    mark: (kind, file, faults, given) => {
      const locale = isLocale(given) ? given : "zh-CN";
      const t = createTranslator(locale, "error.rule");
      return createBatteryFile(kind, { entry: thread }).mark(
        file,
        faults,
        ({ rule, params }, field) => t(rule, { min: "", max: "", ...params, field }),
        locale,
      );
    },
  };
  const verb = takeCapture(files);
  return (payload, job) => callJob(kernel, job, verb, payload as { captureId: string });
}
