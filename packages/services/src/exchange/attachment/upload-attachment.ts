import { maxFileBytes, maxLogoBytes, uploadSchema } from "@lilink/contract";
import { attachment, organization } from "@lilink/db/schema";
import { LilinkError, toInputError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { count, eq } from "drizzle-orm";
import { cleanFile } from "../../ground/file/clean-file.ts";
import { requireTame } from "../../ground/file/judge-package.ts";
import { nameFile } from "../../ground/file/name-file.ts";
import { requireHarmless, requireRoom } from "../../ground/file/require-storable.ts";
import { sniffFile } from "../../ground/file/sniff-file.ts";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { takeTurn } from "../../kernel/take-turn.ts";
import { destroyFile } from "./destroy-file.ts";
import { findHome, type Home, mostFiles } from "./find-home.ts";

/** Takes in a file: its size, its kind by its bytes, a made name on disk, and a row that says whose it is. */
export const uploadAttachment = defineMutation({
  name: "attachment.upload",
  input: uploadSchema,
  authorize: { action: "attachment.write", resource: () => ({ owner: true }) },
  run: async (ctx, input) => {
    const home = await findHome(ctx, input.home);
    const given = input.bytes.byteLength;
    const most = home.logo ? maxLogoBytes : maxFileBytes;
    if (given > most) throw new LilinkError("TOO_LARGE", { max: most });
    if (given === 0) throw toInputError([{ field: "file", rule: "required" }]);
    const sniffed = sniffFile(input.bytes, input.name);
    if (!sniffed || (home.logo && !sniffed.type.startsWith("image/")))
      throw new LilinkError("UNSUPPORTED_TYPE");
    await requireFewer(ctx, home, mostFiles(input.home));
    await requireHarmless(ctx, input.bytes);
    const isOffice = sniffed.extension === "docx" || sniffed.extension === "xlsx";
    if (isOffice) requireTame(input.bytes, "given");
    const { bytes, keeps } = cleanFile(input.bytes, sniffed.extension);
    if (isOffice) requireTame(bytes, "cleaned");
    const size = bytes.byteLength;
    await requireRoom(ctx, size);
    await takeTurn(
      ctx,
      "files",
      home.postingId ?? home.introductionId ?? home.claimId ?? home.organizationId,
    );
    await requireFewer(ctx, home, mostFiles(input.home));
    const id = ctx.newId();
    const publicId = ctx.newPublicId();
    const file = { publicId, name: nameFile(input.name, sniffed.extension), type: sniffed.type, size };
    const sha256 = await ctx.files.write(id, bytes);
    await ctx.db.insert(attachment).values({
      id,
      ...home,
      ...file,
      sha256,
      uploadedBy: personOf(ctx.actor),
      createdAt: ctx.now,
    });
    if (home.logo) await placeLogo(ctx, home.organizationId, publicId);
    return { id, file, keeps };
  },
  audit: (input, output) => ({
    subjectKind: "attachment",
    subjectId: output.id,
    detail: { for: input.home.kind, type: output.file.type, size: output.file.size },
  }),
});

/** Puts a picture in the place of the one that a body has. [OR17] */
async function placeLogo(ctx: Context, organizationId: string, publicId: string): Promise<void> {
  const own = eq(organization.id, organizationId);
  const [body] = await ctx.db.select({ logo: organization.logo }).from(organization).where(own);
  await ctx.db.update(organization).set({ logo: publicId, updatedAt: ctx.now }).where(own);
  if (body?.logo) await destroyFile(ctx, body.logo);
}

async function requireFewer(ctx: Context, home: Home, most: number): Promise<void> {
  if (home.logo) return;
  const [row] = await ctx.db
    .select({ n: count() })
    .from(attachment)
    .where(
      home.postingId
        ? eq(attachment.postingId, home.postingId)
        : home.introductionId
          ? eq(attachment.introductionId, home.introductionId)
          : eq(attachment.claimId, home.claimId ?? ""),
    );
  if ((row?.n ?? 0) >= most) throw new LilinkError("LIMIT_REACHED", { max: most });
}
