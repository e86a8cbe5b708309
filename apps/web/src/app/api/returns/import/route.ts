import { takeUpload } from "#lib/read-upload.ts";
import { caller } from "#lib/trpc/server.ts";

/** Takes in a file of figures for a return: multipart with `id`, `replace` (yes or nothing) and `file`. */
export function POST(request: Request): Promise<Response> {
  return takeUpload(request, async ({ form, name, bytes }) => {
    const api = await caller();
    const replace = form.get("replace") === "yes";
    const { publicId } = await api.return.startImport({
      publicId: String(form.get("id")),
      name,
      bytes,
      replace,
    });
    return { publicId };
  });
}
