import { captureKinds } from "@lilink/contract";
import { fileMissing, takeUpload } from "#lib/read-upload.ts";
import { caller } from "#lib/trpc/server.ts";

/** Takes in a file of battery codes or of events: multipart with `kind`, `locale` and `file`. */
export function POST(request: Request): Promise<Response> {
  return takeUpload(request, async ({ form, name, bytes }) => {
    const kind = captureKinds.find((one) => one === form.get("kind") && one !== "epcis");
    if (!kind) throw fileMissing();
    const locale = form.get("locale") === "en" ? "en" : "zh-CN";
    const { publicId } = await (await caller()).battery.capture({ kind, name, bytes, locale });
    return { publicId };
  });
}
