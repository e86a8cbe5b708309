import { toShanghaiDate } from "@lilink/model/calendar";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LetterPage } from "#features/battery/components/letter-page.tsx";
import { readOversight } from "#features/battery/queries.ts";
import { overseesBatteries } from "#features/shell/view.ts";
import { requireMember } from "#lib/session.ts";

type Props = PageProps<"/[locale]/batteries/oversight/[body]">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("oversight"))("title") };
}

export default async function BatteryLetterPage({ params }: Props) {
  const { body } = await params;
  const viewer = await requireMember(`/batteries/oversight/${body}`);
  if (!overseesBatteries(viewer) || !/^[0-9A-Za-z_-]{8,32}$/.test(body)) notFound();
  const page = await readOversight({ body, limit: 200 });
  if (page.items.length === 0) notFound();
  return <LetterPage page={page} from={viewer.organization.name} today={toShanghaiDate(new Date())} />;
}
