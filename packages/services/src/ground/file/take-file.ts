import { maxFileBytes } from "@lilink/contract";
import { LilinkError, toInputError } from "@lilink/model/error";
import type { Context } from "../../kernel/context.ts";
import { nameFile } from "./name-file.ts";
import { requireHarmless, requireRoom } from "./require-storable.ts";

export type TakenFile = {
  readonly fileId: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly size: number;
};

/** Stores a file of rows for the worker to read, if it is of a size, harmless and within the quota. Nothing of it is read here. */
export async function takeFile(
  ctx: Context,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  most = maxFileBytes,
): Promise<TakenFile> {
  const size = bytes.byteLength;
  if (size === 0) throw toInputError([{ field: "file", rule: "required" }]);
  if (size > most) throw new LilinkError("TOO_LARGE", { max: most });
  await requireHarmless(ctx, bytes);
  await requireRoom(ctx, size);
  const fileId = ctx.newId();
  const sha256 = await ctx.files.write(fileId, bytes);
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? "bin";
  return { fileId, sha256, fileName: nameFile(name, ending), size };
}
