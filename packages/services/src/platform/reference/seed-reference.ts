import type { Database } from "@lilink/db";
import { organization, organizationProfile } from "@lilink/db/schema";
import { pinyinOf } from "@lilink/engine/text";
import { checkCreditCode } from "@lilink/model/codes";
import { type DirectoryEntry, directory } from "@lilink/model/organization";
import { sql } from "drizzle-orm";
import type { Kernel } from "../../kernel/context.ts";

/** Fills the directory with the bodies of the paper, unclaimed; what is there already stays as it is. Answers how many came. */
export async function seedReference(
  owner: Database,
  app: Pick<Kernel, "clock" | "newId" | "newPublicId">,
): Promise<number> {
  const known = await owner
    .select({ id: sql<string>`${organization.seed} ->> 'id'` })
    .from(organization)
    .where(sql`${organization.seed} is not null`);
  const there = new Set(known.map((row) => row.id));
  const missing = directory.filter((entry) => !there.has(entry.id));
  for (const entry of missing) await addEntry(owner, app, entry);
  return missing.length;
}

async function addEntry(
  owner: Database,
  app: Pick<Kernel, "clock" | "newId" | "newPublicId">,
  entry: DirectoryEntry,
): Promise<void> {
  const id = app.newId();
  const now = app.clock();
  const nameZh = entry.nameZh ?? entry.nameEn;
  const code = entry.creditCode ? checkCreditCode(entry.creditCode) : null;
  await owner.insert(organization).values({
    id,
    publicId: app.newPublicId(),
    kind: entry.kind,
    status: "unclaimed",
    nameZh,
    nameEn: entry.nameEn,
    namePinyin: Object.values(pinyinOf(nameZh)).join(" "),
    country: entry.country,
    province: code?.ok ? (code.parts.province?.code ?? null) : null,
    links: [...entry.links],
    seed: {
      id: entry.id,
      says: entry.seedSays?.zh ?? "",
      section: entry.seedSection ?? "",
      nameConfidence: entry.nameConfidence,
    },
    createdAt: now,
    updatedAt: now,
  });
  await owner.insert(organizationProfile).values({
    organizationId: id,
    ...(code?.ok ? { codeScheme: "uscc", code: code.code } : {}),
    updatedAt: now,
  });
}
