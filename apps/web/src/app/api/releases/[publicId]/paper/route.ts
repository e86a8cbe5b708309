import { publicIdSchema } from "@lilink/contract";
import { defaultLocale, isLocale } from "@lilink/i18n";
import { answerFile } from "#lib/answer-file.ts";
import { caller } from "#lib/trpc/server.ts";

type Params = { readonly params: Promise<{ readonly publicId: string }> };

/** A release as PDF in a language, as it was printed when it was frozen. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const asked = new URL(request.url).searchParams.get("locale") ?? "";
  const locale = isLocale(asked) ? asked : defaultLocale;
  const publicId = publicIdSchema.safeParse((await params).publicId);
  if (!publicId.success) return new Response(null, { status: 404 });
  return answerFile(async () => {
    const paper = await (await caller()).release.paper({ publicId: publicId.data, locale });
    return {
      name: `${paper.period}-${paper.edition}-${locale}.pdf`,
      type: "application/pdf",
      body: paper.bytes,
    };
  });
}
