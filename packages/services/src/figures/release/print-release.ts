import { jobPayloads } from "@lilink/contract";
import { figureCell, figureRelease, releasePaper } from "@lilink/db/schema";
import type { Component, Definition } from "@lilink/model/goals/definition";
import type { FigureCell } from "@lilink/model/goals/release";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineMutation } from "../../kernel/define.ts";
import { readOthers, readVersions } from "../definition/read-definitions.ts";

/** All that a printed release is made of. */
export type ReleasePaperData = {
  readonly period: string;
  readonly edition: number;
  readonly frozenAt: Date;
  readonly figures: readonly FigureCell[];
  readonly names: ReadonlyMap<
    string,
    { readonly definition: Definition | null; readonly usable: readonly { readonly component: Component }[] }
  >;
};

/** Makes the bytes; the worker brings it. */
export type ReleasePress = (data: ReleasePaperData, locale: "zh-CN" | "en") => Promise<Uint8Array>;

/** Prints a frozen release in both languages, once, of what the whole audience of the release may read. [RL14] */
export function printRelease(press: ReleasePress) {
  return defineMutation({
    name: "release.print",
    input: jobPayloads["release.print"],
    authorize: { action: "release.make" },
    run: async (ctx, { releaseId }) => {
      const printed = await ctx.db.$count(releasePaper, eq(releasePaper.releaseId, releaseId));
      const data = printed === 0 ? await readData(ctx, releaseId) : null;
      if (!data) return null;
      for (const locale of ["zh-CN", "en"] as const) {
        const bytes = await press(data, locale);
        const fileId = ctx.newId();
        const sha256 = await ctx.files.write(fileId, bytes);
        await ctx.db
          .insert(releasePaper)
          .values({ releaseId, locale, fileId, size: bytes.byteLength, sha256, madeAt: ctx.now });
      }
      return { id: releaseId };
    },
    audit: (_input, output) => output && { subjectKind: "release", subjectId: output.id },
  });
}

async function readData(ctx: Context, releaseId: string): Promise<ReleasePaperData | null> {
  const [head] = await ctx.db.select().from(figureRelease).where(eq(figureRelease.id, releaseId));
  if (!head?.frozenAt) return null;
  const audiences = head.audience === "everyone" ? ["everyone"] : ["everyone", "members"];
  const rows = await ctx.db
    .select({
      indicator: figureCell.indicator,
      measure: figureCell.measure,
      unit: figureCell.unit,
      dimensions: figureCell.dimensions,
      place: figureCell.place,
      status: figureCell.status,
      value: figureCell.value,
      low: figureCell.low,
      high: figureCell.high,
    })
    .from(figureCell)
    .where(and(eq(figureCell.releaseId, releaseId), inArray(figureCell.audience, audiences)))
    .orderBy(asc(figureCell.id));
  const names: [string, { definition: Definition | null; usable: { component: Component }[] }][] = [];
  for (const indicator of new Set(rows.map((row) => row.indicator))) {
    const versions = await readVersions(ctx, indicator);
    const wanted = head.coverage?.[indicator]?.definition;
    const definition = versions.find(({ version }) => version === wanted) ?? null;
    const others = definition && definition.uses.length > 0 ? await readOthers(ctx, indicator) : [];
    const usable = others.flatMap(({ components }) => components.map((component) => ({ component })));
    names.push([indicator, { definition, usable }]);
  }
  return {
    period: head.period,
    edition: head.edition,
    frozenAt: head.frozenAt,
    figures: rows as FigureCell[],
    names: new Map(names),
  };
}
