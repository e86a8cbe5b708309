import { startRecordImportSchema } from "@lilink/contract";
import { recordImport } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { isOfficer, organizationOf, personOf } from "@lilink/model/policy";
import type { Register } from "@lilink/model/register";
import { importMachine } from "@lilink/model/return/file";
import { and, eq, gt } from "drizzle-orm";
import { takeFile } from "../ground/file/take-file.ts";
import type { Context } from "../kernel/context.ts";
import { defineMutation } from "../kernel/define.ts";
import { standsFor } from "../kernel/stands-for.ts";
import { takeTurn } from "../kernel/take-turn.ts";

const hour = 3_600_000;
/** Files of one person in an hour. */
const mostInAnHour = 60;

/** What the policy asks of somebody who brings new records in. */
export const importerOf = (register: Register) => ({
  action: register.act.edit,
  resource: ({ actor }: Pick<Context, "actor">) => ({
    owner: register.owner === "group" ? isOfficer(actor) : organizationOf(actor) !== null,
  }),
});

/** Takes a file of records in and leaves it to the worker. A person has one at a time on its way into a register. [RG8] */
export function startRecordImport(register: Register) {
  return defineMutation({
    name: `${register.name}.startImport`,
    input: startRecordImportSchema,
    authorize: importerOf(register),
    run: async (ctx, { locale, ...file }) => {
      const personId = personOf(ctx.actor);
      const organizationId = organizationOf(ctx.actor);
      if (personId === null || organizationId === null) throw new LilinkError("FORBIDDEN");
      await refuseTooMany(ctx, register, personId);
      const row = { id: ctx.newId(), publicId: ctx.newPublicId() };
      await ctx.db.insert(recordImport).values({
        ...row,
        ...(await takeFile(ctx, file)),
        register: register.name,
        organizationId,
        locale,
        state: importMachine.start,
        requestedBy: personId,
        createdAt: ctx.now,
      });
      await ctx.enqueue("record.import", { importId: row.id });
      return row;
    },
    audit: (input, { id }) => ({
      subjectKind: "record_import",
      subjectId: id,
      detail: { size: input.bytes.byteLength },
    }),
  });
}

async function refuseTooMany(ctx: Context, { name }: Register, personId: string): Promise<void> {
  await takeTurn(ctx, "imports", personId);
  const own = eq(recordImport.requestedBy, personId);
  const isOpen = standsFor(recordImport.state, importMachine, "cancel");
  const open = await ctx.db.$count(recordImport, and(own, eq(recordImport.register, name), isOpen));
  if (open > 0) throw new LilinkError("CONFLICT", { field: "file" });
  const since = gt(recordImport.createdAt, new Date(ctx.now.getTime() - hour));
  if ((await ctx.db.$count(recordImport, and(own, since))) >= mostInAnHour)
    throw new LilinkError("LIMIT_REACHED", { max: mostInAnHour });
}
