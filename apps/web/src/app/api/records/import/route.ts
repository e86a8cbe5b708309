import { findRegister, type RegisterName } from "@lilink/model/register";
import { fileMissing, takeUpload } from "#lib/read-upload.ts";
import { caller } from "#lib/trpc/server.ts";

/** Takes in a file of records: multipart with `register`, `locale` and `file`. */
export function POST(request: Request): Promise<Response> {
  return takeUpload(request, async ({ form, name, bytes }) => {
    const register = findRegister(String(form.get("register")));
    if (!register) throw fileMissing();
    const verbs = (await caller())[register.name as RegisterName];
    const locale = form.get("locale") === "en" ? "en" : "zh-CN";
    const { publicId } = await verbs.startImport({ name, bytes, locale });
    return { publicId };
  });
}
