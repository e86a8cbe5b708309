import { toDay } from "@lilink/i18n";
import { answerFile, xlsxType } from "#lib/answer-file.ts";
import { caller } from "#lib/trpc/server.ts";

type Params = { readonly params: Promise<{ readonly publicId: string }> };

const types = { pdf: "application/pdf", xlsx: xlsxType } as const;

/** Gives a printed paper of a meeting to whoever sits in it, as it was printed. */
export function GET(_request: Request, { params }: Params): Promise<Response> {
  return answerFile(async () => {
    const { kind, type, locale, madeAt, bytes } = await (await caller()).meeting.paper(await params);
    return { name: `${kind}-${toDay(madeAt)}-${locale}.${type}`, type: types[type], body: bytes };
  });
}
