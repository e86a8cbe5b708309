import { captureSchema, maxCaptureBytes, maxFileBytes } from "@lilink/contract";
import { batteryCapture } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { importMachine } from "@lilink/model/return/file";
import { and, eq } from "drizzle-orm";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import { takeFile } from "../../ground/file/take-file.ts";
import { defineMutation } from "../../kernel/define.ts";
import { standsFor } from "../../kernel/stands-for.ts";

/** Captures of one body that wait for the worker. */
const mostWaiting = 200;

/** Takes a document or a file of batteries in and leaves it to the worker. What is acknowledged here is stored. [TR33] */
export const startCapture = defineMutation({
  name: "battery.capture",
  input: captureSchema,
  authorize: { action: "battery.report", resource: ownOrganization },
  run: async (ctx, { kind, behaviour, locale, ...file }) => {
    const organizationId = requireOwn(ctx);
    const isOpen = standsFor(batteryCapture.state, importMachine, "cancel");
    const own = eq(batteryCapture.organizationId, organizationId);
    if ((await ctx.db.$count(batteryCapture, and(own, isOpen))) >= mostWaiting)
      throw new LilinkError("LIMIT_REACHED", { max: mostWaiting });
    const row = { id: ctx.newId(), publicId: ctx.newPublicId() };
    await ctx.db.insert(batteryCapture).values({
      ...row,
      ...(await takeFile(ctx, file, kind === "epcis" ? maxCaptureBytes : maxFileBytes)),
      organizationId,
      kind,
      behaviour,
      locale,
      state: importMachine.start,
      requestedBy: personOf(ctx.actor),
      createdAt: ctx.now,
    });
    await ctx.enqueue("battery.take", { captureId: row.id });
    return row;
  },
  audit: ({ kind, bytes }, { id }) => ({
    subjectKind: "battery_capture",
    subjectId: id,
    detail: { kind, size: bytes.byteLength },
  }),
});
