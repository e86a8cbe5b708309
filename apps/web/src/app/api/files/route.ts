import { fileHomeSchema } from "@lilink/contract";
import { fileMissing, takeUpload } from "#lib/read-upload.ts";
import { caller } from "#lib/trpc/server.ts";

/** Takes in one file of a posting, an introduction or a claim: multipart with `kind`, `id` and `file`. */
export function POST(request: Request): Promise<Response> {
  return takeUpload(request, async ({ form, name, bytes }) => {
    const home = fileHomeSchema.safeParse({ kind: form.get("kind"), publicId: form.get("id") });
    if (!home.success) throw fileMissing();
    const { file, keeps } = await (await caller()).attachment.upload({ home: home.data, name, bytes });
    return { ...file, keeps };
  });
}
