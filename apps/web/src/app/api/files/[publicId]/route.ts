import { answerFile } from "#lib/answer-file.ts";
import { caller } from "#lib/trpc/server.ts";

type Params = { readonly params: Promise<{ readonly publicId: string }> };

/** Gives a file to whoever row security lets through. */
export function GET(_request: Request, { params }: Params): Promise<Response> {
  return answerFile(async () => {
    const { publicId } = await params;
    const { name, type, bytes } = await (await caller()).attachment.read({ publicId });
    return { name, type, body: bytes };
  });
}
