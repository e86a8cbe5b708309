import { fileUseSchema, listUsesSchema } from "@lilink/contract";
import { isClosed } from "@lilink/model/chain-health";
import { LilinkError, toInputError } from "@lilink/model/error";
import { registerOf } from "@lilink/model/register";
import { type FirstUse, readUses } from "../../fund/relay/read-uses.ts";
import { defineMutation, defineQuery } from "../../kernel/define.ts";
import { findHead, requireHead, resourceOf } from "../../record/find-record.ts";
import { readVersion } from "../../record/read-version.ts";
import { takeStep, toWrongState } from "../../record/take-step.ts";
import { tellStep } from "../../record/tell-step.ts";
import { readGaps } from "./read-register-facts.ts";

/** What an officer may close a weak link with: confirmed first uses at its node, and its comparable gaps. [RY7] */
export const listUses = defineQuery({
  name: "relay.uses",
  input: listUsesSchema,
  authorize: { action: "fund.keep" },
  run: async (ctx, { node }) => ({
    uses: await readUses(ctx, node),
    gaps: (await readGaps(ctx))
      .filter((gap) => gap.node === node)
      .map((gap) => ({ publicId: gap.publicId, measure: gap.measure, isClosed: isClosed(gap) })),
  }),
});

/** Files a first use that both sides confirmed, with a gap, as the evidence of a weak link in work. Another officer closes it. [RY7] [WL12] */
export const fileUse = defineMutation({
  name: "relay.file",
  input: fileUseSchema,
  authorize: {
    action: "record.edit",
    resource: async (ctx, { weakLink }) =>
      resourceOf(ctx, registerOf("weakLink"), await requireHead(ctx, registerOf("weakLink"), weakLink)),
  },
  run: async (ctx, { publicId, weakLink, gap }) => {
    const register = registerOf("weakLink");
    const head = await findHead(ctx, register, weakLink, true);
    if (!head) throw new LilinkError("NOT_FOUND");
    if (!register.machine.steps.file?.from.includes(head.state)) throw toWrongState(register, head);
    const values = (await readVersion(ctx, register, head, head.version))?.values;
    const use = (await readUses(ctx, String(values?.node))).find((one) => one.publicId === publicId);
    if (!use) throw toInputError([{ field: "use", rule: "notInList" }]);
    if (!use.isApart) throw toInputError([{ field: "use", rule: "notIndependent" }]);
    const given = {
      gap: { publicId: gap, zh: null, en: null },
      useKind: use.useKind,
      usedBy: toWords(use),
      usedOn: use.usedOn,
    };
    const moved = await takeStep(ctx, register, head, { name: "file", given });
    await tellStep(ctx, register, moved, "file", null);
    return { id: head.id };
  },
  audit: ({ publicId }, { id }) => ({
    subjectKind: "weakLink",
    subjectId: id,
    detail: { step: "file", use: publicId },
  }),
});

/** Who uses it, in both languages: a record is kept as it was written. The name stands there only where its owner says so. */
function toWords({ named, taker, result }: FirstUse): string {
  const [zh, en] = named
    ? [taker.nameZh, taker.nameEn ?? taker.nameZh]
    : ["一家用户单位", "A user organization"];
  return `${zh}首次使用“${result.title}”，双方均已在成果接力中确认（${result.publicId}）。${en} uses it for the first time; both sides confirmed it in the relay.`;
}
