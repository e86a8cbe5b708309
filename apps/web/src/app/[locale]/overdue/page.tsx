import { can } from "@lilink/model/policy";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OverduePage } from "#features/duty/components/overdue-page.tsx";
import { countElsewhere, readOverdue } from "#features/duty/queries.ts";
import { actorOf } from "#lib/actor.ts";
import { requireViewer } from "#lib/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("duty"))("title") };
}

export default async function Overdue({ searchParams }: PageProps<"/[locale]/overdue">) {
  const viewer = await requireViewer("/overdue");
  const actor = actorOf(viewer);
  if (!can(actor, "record.consult")) notFound();
  const { cursor, row } = await searchParams;
  const from = typeof cursor === "string" ? cursor : undefined;
  const [page, elsewhere] = await Promise.all([
    readOverdue(from),
    countElsewhere({ checks: can(actor, "return.check"), oversees: can(actor, "battery.oversee") }),
  ]);
  return <OverduePage page={page} cursor={from} row={row} elsewhere={elsewhere} />;
}
